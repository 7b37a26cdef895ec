package hotline.ticket;

import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A case that the shop examines.
 *
 * @param order the order's number as the shop has it, or as it was typed when it could not be checked
 * @param agent the name of the agent the caller last spoke to
 * @param history oldest first
 */
public record Ticket(
        TicketNumber number,
        Category category,
        TicketStatus status,
        Optional<String> order,
        Optional<PhoneNumber> phone,
        Language language,
        Origin origin,
        Instant openedAt,
        Instant dueAt,
        Optional<DesiredOutcome> desiredOutcome,
        Optional<String> agent,
        List<HistoryEntry> history) {
    public Ticket {
        history = List.copyOf(history);
    }

    static Ticket open(TicketNumber number, NewTicket report, Instant openedAt, Instant dueAt) {
        return new Ticket(
                number,
                report.category(),
                TicketStatus.OPEN,
                report.order().map(order -> order.number().value()),
                report.phone(),
                report.language(),
                report.origin(),
                openedAt,
                dueAt,
                report.desiredOutcome(),
                Optional.empty(),
                List.of());
    }

    Ticket withHistory(List<HistoryEntry> entries) {
        return new Ticket(
                number,
                category,
                status,
                order,
                phone,
                language,
                origin,
                openedAt,
                dueAt,
                desiredOutcome,
                agent,
                entries);
    }
}
