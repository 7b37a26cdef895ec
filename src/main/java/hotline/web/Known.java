package hotline.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is known about the person on the line.
 *
 * @param isOrderSystemDown whether the shop's order system did not answer
 * @param isWithheld whether their number is, so that only what they named themselves is known
 */
public record Known(
        List<KnownOrder> orders,
        boolean isOrderSystemDown,
        List<KnownTicket> tickets,
        List<PastContact> contacts,
        boolean isWithheld) {

    /** Nobody is on the line. */
    public static final Known NOBODY = new Known(List.of(), false, List.of(), List.of(), false);

    /**
     * An order of theirs.
     *
     * @param total what they pay, in the reader's way
     * @param isAbout whether it is the one they ring about
     */
    public record KnownOrder(
            String number,
            String status,
            Instant placedAt,
            Optional<String> total,
            Optional<LocalDate> promisedOn,
            Optional<Instant> deliveredAt,
            Optional<String> carrier,
            Optional<String> tracking,
            List<String> items,
            Optional<String> seller,
            boolean isAbout) {}

    public record KnownTicket(
            String number, String category, String status, Optional<String> order, Instant openedAt, Instant dueAt) {}

    /**
     * A contact that is over.
     *
     * @param ended how, in the reader's words
     */
    public record PastContact(Instant at, String topic, String ended, Optional<String> agent, Optional<String> notes) {}
}
