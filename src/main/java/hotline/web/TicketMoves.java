package hotline.web;

import hotline.agent.Audit;
import hotline.message.Messages;
import hotline.message.NewMessage;
import hotline.message.Sending;
import hotline.ticket.Moved;
import hotline.ticket.Ticket;
import hotline.ticket.TicketNumber;
import hotline.ticket.TicketStatus;
import hotline.ticket.Tickets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Moves tickets on and tells the callers, for pages and API alike. */
final class TicketMoves {
    private final Tickets tickets;
    private final Messages messages;
    private final Audit audit;
    private final Clock clock;

    TicketMoves(WebParts parts) {
        this.tickets = parts.cases().tickets();
        this.messages = parts.cases().messages();
        this.audit = parts.people().audit();
        this.clock = parts.storage().clock();
    }

    /**
     * What came of a move.
     *
     * @param ticket as it is now, if there is such a ticket
     * @param notified whether a message to the caller is on its way
     */
    record Done(Moved outcome, Optional<Ticket> ticket, boolean notified) {}

    /**
     * Who moves a ticket.
     *
     * @param account for the audit trail
     * @param name for the ticket's history
     */
    record By(String account, String name) {}

    Done move(Handle handle, TicketNumber number, TicketStatus to, Optional<String> note, By by, boolean notify) {
        Instant now = clock.instant();
        Moved outcome = tickets.moveTo(handle, number, to, note, by.name(), now);
        if (outcome == Moved.MOVED) {
            audit.record(handle, by.account(), "ticket-moved", "ticket:" + number, "to " + to.word(), now);
        }
        Optional<Ticket> ticket = tickets.find(handle, number);
        boolean notified = outcome == Moved.MOVED
                && notify
                && ticket.filter(t -> tell(handle, t, now)).isPresent();
        return new Done(outcome, ticket, notified);
    }

    private boolean tell(Handle handle, Ticket ticket, Instant now) {
        return ticket.phone()
                .map(phone -> new NewMessage(
                        "ticket-moved",
                        phone,
                        ticket.language(),
                        Map.of(
                                "ticket.number",
                                ticket.number().value(),
                                "ticket.status",
                                ticket.status().word()),
                        "ticket-moved:" + ticket.number() + ":"
                                + ticket.history().size()))
                .map(message -> messages.send(handle, message, now))
                .filter(Sending.Sent.class::isInstance)
                .isPresent();
    }
}
