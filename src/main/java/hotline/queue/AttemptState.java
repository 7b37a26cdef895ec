package hotline.queue;

/** How far one attempt to ring a customer back has come. */
public enum AttemptState {
    DIALING,
    /** Somebody or something answered, and is asked to press 1. */
    ANSWERED,
    /** The customer pressed 1. */
    CONFIRMED,
    FAILED;

    /** The word of the database. */
    public String word() {
        return Words.of(this);
    }

    boolean isOpen() {
        return this == DIALING || this == ANSWERED;
    }
}
