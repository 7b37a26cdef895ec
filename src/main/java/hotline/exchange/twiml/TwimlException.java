package hotline.exchange.twiml;

/** A document that Twilio would not carry out, with Twilio's error code (https://www.twilio.com/docs/api/errors). */
public final class TwimlException extends Exception {
    private static final long serialVersionUID = 1L;

    /** "Document parse failure". */
    public static final int PARSE_FAILURE = 12100;

    /** "Schema validation warning": an element, attribute or value that the verb's page does not list. */
    public static final int SCHEMA = 12200;

    /** "Invalid Content-Type". */
    public static final int CONTENT_TYPE = 12300;

    /** "Conference Noun cannot be mixed with Number nouns"; nor can there be two. */
    public static final int MIXED_NOUNS = 13000;

    private final int code;

    TwimlException(int code, String message) {
        super(message);
        this.code = code;
    }

    /** Twilio's error code. */
    public int code() {
        return code;
    }
}
