package hotline.web;

import hotline.phone.PhoneNumbers;
import hotline.ticket.Ticket;
import hotline.ticket.TicketStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A page of the list of tickets.
 *
 * @param search what was searched for, as it was typed
 * @param status the status that was asked for, or nothing
 * @param category the category that was asked for, or nothing
 * @param topics the categories there are
 * @param after the number of the last ticket, when there may be more
 */
public record TicketsView(
        Texts texts,
        String formToken,
        Instant now,
        String search,
        String status,
        String category,
        List<String> topics,
        List<Line> lines,
        Optional<String> after) {
    /**
     * A ticket.
     *
     * @param number as its address has it
     * @param shown the number as people read it
     */
    public record Line(
            String number,
            String shown,
            String category,
            String status,
            Optional<String> order,
            Optional<String> phone,
            Instant openedAt,
            Instant dueAt,
            Optional<String> agent) {
        static Line of(Ticket ticket) {
            return new Line(
                    ticket.number().value(),
                    ticket.number().inThrees(),
                    ticket.category().word(),
                    ticket.status().word(),
                    ticket.order(),
                    ticket.phone().map(PhoneNumbers::international),
                    ticket.openedAt(),
                    ticket.dueAt(),
                    ticket.agent());
        }

        /** Whether the shop has promised to be done by now, and is not. */
        public boolean isLate(Instant now) {
            return dueAt.isBefore(now) && !status.equals("resolved") && !status.equals("closed");
        }
    }

    public static final List<TicketStatus> STATUSES = List.of(TicketStatus.values());

    public boolean isSearched() {
        return !search.isEmpty() || !status.isEmpty() || !category.isEmpty();
    }

    /** A topic in the reader's words. */
    public String topic(String topic) {
        return texts.getOr("topic." + topic, topic);
    }
}
