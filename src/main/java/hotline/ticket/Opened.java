package hotline.ticket;

import java.time.Instant;

/**
 * What came of a report.
 *
 * @param added whether it was added to a ticket that was open already
 */
public record Opened(TicketNumber number, Instant dueAt, boolean added) {}
