package hotline.ticket;

/** What came of moving a ticket on. */
public enum Moved {
    MOVED,
    /** It was there already; nothing changed. */
    UNCHANGED,
    /** {@link TicketStatus#canBecome} says no. */
    NOT_ALLOWED,
    NO_SUCH_TICKET
}
