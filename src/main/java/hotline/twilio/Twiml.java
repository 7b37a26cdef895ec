package hotline.twilio;

/**
 * A TwiML document as it is written down: one string, built in one go, since the SDK's builders cost more than all the rest of a
 * turn. Valid XML 1.0 whatever the text: what no parser would read, or no voice could say, becomes a space.
 */
final class Twiml {
    private final StringBuilder xml =
            new StringBuilder(1_024).append("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>");

    /** An element without content; attributes as name and value in turn. */
    Twiml empty(String element, String... attributes) {
        tag(element, attributes);
        xml.append("/>");
        return this;
    }

    Twiml open(String element, String... attributes) {
        tag(element, attributes);
        xml.append('>');
        return this;
    }

    Twiml close(String element) {
        xml.append("</").append(element).append('>');
        return this;
    }

    Twiml text(String element, String text, String... attributes) {
        return open(element, attributes).content(text).close(element);
    }

    Twiml content(String text) {
        escape(text);
        return this;
    }

    /** The whole document. */
    String end() {
        return xml.append("</Response>").toString();
    }

    private void tag(String element, String... attributes) {
        xml.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            xml.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            xml.append('"');
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                default -> xml.append(isPlain(text, i) ? c : ' ');
            }
        }
    }

    /** Text as the document will have it, before escaping. */
    static String readable(String text) {
        StringBuilder readable = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            readable.append(isPlain(text, i) ? text.charAt(i) : ' ');
        }
        return readable.toString();
    }

    /** Whether this may stand in XML (XML 1.0, production 2) and is no control character that a parser might change or refuse; lines may end. */
    private static boolean isPlain(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c == '\n' || (!Character.isISOControl(c) && c != '\uFFFE' && c != '\uFFFF');
    }
}
