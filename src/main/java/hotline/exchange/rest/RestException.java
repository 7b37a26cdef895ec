package hotline.exchange.rest;

/** A request that the API refuses, with Twilio's status and error code (https://www.twilio.com/docs/api/errors). */
public final class RestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;
    private final boolean mistake;

    private RestException(int status, int code, String message, boolean mistake) {
        super(message);
        this.status = status;
        this.code = code;
        this.mistake = mistake;
    }

    /** A refusal that a correct program must reckon with, as for a call that has just ended. */
    public static RestException refusal(int status, int code, String message) {
        return new RestException(status, code, message, false);
    }

    /** A refusal that only a mistake in the program can cause, as a parameter that does not exist. */
    public static RestException mistake(int status, int code, String message) {
        return new RestException(status, code, message, true);
    }

    /** "The requested resource was not found": https://www.twilio.com/docs/api/errors/20404. */
    public static RestException notFound(String path) {
        return refusal(404, 20404, "The requested resource " + path + " was not found");
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Twilio's error code. */
    public int code() {
        return code;
    }

    /** Whether it is worth a complaint. */
    public boolean isMistake() {
        return mistake;
    }
}
