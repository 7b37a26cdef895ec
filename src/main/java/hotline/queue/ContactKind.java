package hotline.queue;

/** How a contact waits. */
public enum ContactKind {
    /** On the line. A callback becomes live once the customer has pressed 1. */
    LIVE,
    /** To be rung back. */
    CALLBACK,
    /** An agent on a call asks another one about its caller; becomes live when the caller is handed over. */
    CONSULT;

    /** The word of the API and the database. */
    public String word() {
        return Words.of(this);
    }
}
