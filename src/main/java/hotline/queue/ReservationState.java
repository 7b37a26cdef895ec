package hotline.queue;

/** How far the offer of a contact to an agent has come. */
public enum ReservationState {
    /** The agent is set aside while the customer of a callback is rung. */
    HELD,
    /** The agent's phone rings, or they are asked to press 1. */
    PENDING,
    ACCEPTED,
    /** The agent said no, or their line was busy. */
    REJECTED,
    /** The agent did not take it in time. */
    TIMED_OUT,
    /** The contact went away before the agent took it. */
    WITHDRAWN,
    /** The agent's phone could not be rung. */
    FAILED;

    /** The word of the database. */
    public String word() {
        return Words.of(this);
    }

    boolean isOpen() {
        return this == HELD || this == PENDING;
    }
}
