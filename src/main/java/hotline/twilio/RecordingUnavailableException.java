package hotline.twilio;

/** A recording cannot be had from the carrier; the message says why, without its address. */
public final class RecordingUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RecordingUnavailableException(String message) {
        super(message);
    }
}
