package hotline.ticket;

import hotline.order.OrderNumber;
import hotline.phone.PhoneNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * Which tickets are wanted, newest first.
 *
 * @param since opened at this time or later
 * @param limit at most so many, 1 to 200
 * @param after go on after this one, the last of the page before
 */
public record TicketFilter(
        Optional<OrderNumber> order,
        Optional<PhoneNumber> phone,
        Optional<TicketStatus> status,
        Optional<Category> category,
        Optional<Instant> since,
        int limit,
        Optional<TicketNumber> after) {
    /** What a page holds if nothing else is asked for. */
    public static final int DEFAULT_LIMIT = 50;

    public static final int MOST = 200;

    /** All, newest first. */
    public static final TicketFilter ALL = new TicketFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            DEFAULT_LIMIT,
            Optional.empty());

    public TicketFilter {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST + ", not " + limit);
        }
    }
}
