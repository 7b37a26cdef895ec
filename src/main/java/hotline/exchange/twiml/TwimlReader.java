package hotline.exchange.twiml;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document and refuses everything that its page does not list. Twilio itself lets some of it pass with a warning in
 * its debugger; the exchange refuses, so that no one has to read a debugger.
 */
public final class TwimlReader {
    private final Map<String, ElementRule> rules;
    private final Set<String> notImplemented;

    private TwimlReader(Map<String, ElementRule> rules, Set<String> notImplemented) {
        this.rules = rules;
        this.notImplemented = notImplemented;
    }

    /** For answers to voice webhooks. */
    public static TwimlReader voice() {
        return new TwimlReader(VoiceRules.RULES, VoiceRules.NOT_IMPLEMENTED);
    }

    /** For answers to message webhooks. */
    public static TwimlReader messaging() {
        return new TwimlReader(MessageRules.RULES, MessageRules.NOT_IMPLEMENTED);
    }

    /**
     * Reads the body of a webhook's answer.
     *
     * @param contentType of the answer; https://www.twilio.com/docs/api/errors/12300
     * @throws TwimlException where the document is not well formed, or breaks a rule
     */
    public TwimlDocument read(byte[] body, @Nullable String contentType) throws TwimlException {
        String type =
                contentType == null ? "" : contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
        if (!type.equals("text/xml") && !type.equals("application/xml")) {
            throw new TwimlException(
                    TwimlException.CONTENT_TYPE,
                    "the answer's content type is \"" + type + "\"; TwiML is text/xml or application/xml");
        }
        return read(body);
    }

    /**
     * Reads a document that came without a content type, as the {@code Twiml} parameter of a REST request.
     *
     * @throws TwimlException where the document is not well formed, or breaks a rule
     */
    public TwimlDocument read(byte[] body) throws TwimlException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(body));
            while (xml.next() != XMLStreamConstants.START_ELEMENT) {
                refuseDoctype(xml);
            }
            if (!xml.getLocalName().equals("Response")) {
                throw parseFailure(xml, "the document's element is <" + xml.getLocalName() + ">, not <Response>");
            }
            TwimlElement response = element(xml);
            while (xml.hasNext()) {
                xml.next();
            }
            return new TwimlDocument(response.children());
        } catch (XMLStreamException malformed) {
            throw new TwimlException(
                    TwimlException.PARSE_FAILURE,
                    "the document is not well-formed XML: "
                            + String.valueOf(malformed.getMessage()).replaceAll("\\s+", " "));
        }
    }

    private TwimlElement element(XMLStreamReader xml) throws XMLStreamException, TwimlException {
        String name = xml.getLocalName();
        int line = xml.getLocation().getLineNumber();
        ElementRule rule = ruleFor(name, line);
        Map<String, String> attributes = attributes(xml, name, rule);
        StringBuilder text = new StringBuilder();
        List<TwimlElement> children = new ArrayList<>();
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            refuseDoctype(xml);
            if (event == XMLStreamConstants.START_ELEMENT) {
                child(xml, name, rule, text, children);
            } else if (xml.isCharacters()) {
                text.append(xml.getText());
            }
        }
        String words = text.toString().strip();
        refuseText(name, words, line, rule);
        refuseEmpty(name, words, attributes, children, line, rule);
        return new TwimlElement(
                name, Collections.unmodifiableMap(attributes), words, Collections.unmodifiableList(children), line);
    }

    private void child(
            XMLStreamReader xml, String parent, ElementRule rule, StringBuilder text, List<TwimlElement> children)
            throws XMLStreamException, TwimlException {
        String name = xml.getLocalName();
        ElementRule markup = SpeechRules.RULES.get(name);
        if (!rule.children().contains(name)) {
            int line = xml.getLocation().getLineNumber();
            if (markup == null) {
                ruleFor(name, line);
            }
            throw schema(line, "<" + name + "> may not stand inside <" + parent + ">", rule);
        }
        if (markup == null) {
            children.add(element(xml));
        } else {
            speechMarkup(xml, name, markup, text);
        }
    }

    /** Takes the words out of SSML; whatever it says about how to speak them changes nothing for the exchange. */
    private void speechMarkup(XMLStreamReader xml, String name, ElementRule rule, StringBuilder text)
            throws XMLStreamException, TwimlException {
        int line = xml.getLocation().getLineNumber();
        var unused = attributes(xml, name, rule);
        StringBuilder words = new StringBuilder();
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                child(xml, name, rule, words, new ArrayList<>());
            } else if (xml.isCharacters()) {
                words.append(xml.getText());
            }
        }
        refuseText(name, words.toString().strip(), line, rule);
        text.append(words);
    }

    private ElementRule ruleFor(String name, int line) throws TwimlException {
        ElementRule rule = rules.get(name);
        if (rule != null) {
            return rule;
        }
        throw new TwimlException(
                TwimlException.SCHEMA,
                "line " + line + ": <" + name + "> "
                        + (notImplemented.contains(name)
                                ? "is a verb of Twilio's that the built-in phone network does not carry out"
                                : "is not a verb that Twilio knows here"));
    }

    private static Map<String, String> attributes(XMLStreamReader xml, String name, ElementRule rule)
            throws TwimlException {
        Map<String, String> attributes = new LinkedHashMap<>();
        int line = xml.getLocation().getLineNumber();
        if (xml.getNamespaceURI() != null || xml.getNamespaceCount() > 0) {
            throw schema(line, "<" + name + ">: TwiML has no namespaces", rule);
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String prefix = xml.getAttributePrefix(i);
            String attribute = (prefix.isEmpty() ? "" : prefix + ":") + xml.getAttributeLocalName(i);
            String value = xml.getAttributeValue(i);
            ValueRule allowed = rule.attributes().get(attribute);
            if (allowed == null) {
                throw schema(line, "<" + name + "> has no attribute \"" + attribute + "\"", rule);
            }
            if (!allowed.accepts().test(value)) {
                throw schema(
                        line,
                        "<" + name + "> " + attribute + "=\"" + brief(value) + "\": it takes " + allowed.description(),
                        rule);
            }
            attributes.put(attribute, value);
        }
        return attributes;
    }

    private static void refuseText(String name, String words, int line, ElementRule rule) throws TwimlException {
        if (!rule.text().accepts().test(words)) {
            throw schema(
                    line, "<" + name + "> takes " + rule.text().description() + ", not \"" + brief(words) + "\"", rule);
        }
    }

    private static void refuseEmpty(
            String name,
            String text,
            Map<String, String> attributes,
            List<TwimlElement> children,
            int line,
            ElementRule rule)
            throws TwimlException {
        if (name.equals("Dial") && text.isEmpty() == children.isEmpty()) {
            throw schema(line, "<Dial> takes either a number or nouns such as <Conference>", rule);
        }
        if (name.equals("Dial")
                && children.size() > 1
                && children.stream().anyMatch(noun -> noun.name().equals("Conference"))) {
            throw new TwimlException(
                    TwimlException.MIXED_NOUNS,
                    "line " + line + ": <Conference> stands alone in <Dial> (https://www.twilio.com/docs/api/errors/"
                            + TwimlException.MIXED_NOUNS + ")");
        }
        if (name.equals("Play") && text.isEmpty() && !attributes.containsKey("digits")) {
            throw schema(line, "<Play> has neither a URL nor digits", rule);
        }
    }

    private static void refuseDoctype(XMLStreamReader xml) throws TwimlException {
        if (xml.getEventType() == XMLStreamConstants.DTD) {
            throw parseFailure(xml, "a DOCTYPE has no place in TwiML");
        }
    }

    private static TwimlException parseFailure(XMLStreamReader xml, String message) {
        return new TwimlException(
                TwimlException.PARSE_FAILURE, "line " + xml.getLocation().getLineNumber() + ": " + message);
    }

    private static TwimlException schema(int line, String message, ElementRule rule) {
        return new TwimlException(TwimlException.SCHEMA, "line " + line + ": " + message + " (" + rule.page() + ")");
    }

    private static String brief(String value) {
        return value.length() <= 60 ? value : value.substring(0, 57) + "…";
    }
}
