package hotline.queue;

/** How far one attempt to ring a customer back has come. */
public enum AttemptState {
    DIALING,
    /** Somebody or something answered, and is asked to press 1. */
    ANSWERED,
    /** The customer pressed 1. */
    CONFIRMED,
    FAILED,
    /** The agent was set free before the customer was reached: it does not count. */
    CALLED_OFF;

    /** The word of the database. */
    public String word() {
        return Words.of(this);
    }

    /** Whether it came to nothing. */
    boolean isInVain() {
        return this == FAILED || this == CALLED_OFF;
    }

    boolean isOpen() {
        return this == DIALING || this == ANSWERED;
    }
}
