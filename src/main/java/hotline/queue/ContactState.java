package hotline.queue;

/** How far a contact has come. */
public enum ContactState {
    WAITING,
    /** An agent is set aside and rung; for a callback the customer is rung first. */
    RESERVED,
    /** With an agent. */
    CONNECTED,
    /** Over, with an {@link ContactOutcome}. */
    DONE;

    /** The word of the API and the database. */
    public String word() {
        return Words.of(this);
    }

    /** The allowed moves. */
    public boolean canBecome(ContactState next) {
        return switch (this) {
            case WAITING -> next == RESERVED || next == DONE;
            case RESERVED -> next == WAITING || next == CONNECTED || next == DONE;
            case CONNECTED -> next == DONE;
            case DONE -> false;
        };
    }
}
