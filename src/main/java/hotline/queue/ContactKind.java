package hotline.queue;

/** How a contact waits. */
public enum ContactKind {
    /** On the line. A callback becomes live once the customer has pressed 1. */
    LIVE,
    /** To be rung back. */
    CALLBACK;

    /** The word of the API and the database. */
    public String word() {
        return Words.of(this);
    }
}
