package hotline.ticket;

import hotline.phone.CallSid;
import hotline.phone.CardNumbers;
import hotline.phone.PhoneNumber;
import hotline.store.Changes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;

/**
 * Opens tickets, moves them on and finds them. For an order and a category there is one ticket that is not closed, however many report it at
 * once and on however many nodes: a further report is added to it.
 */
public final class Tickets {
    /** Before the number of a ticket, in the topic that is told when something happened to it. */
    public static final String TOPIC = "ticket:";

    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_TRIES = 5;
    private static final int LONGEST_NOTE = 4000;

    private final CasePolicy policy;
    private final int mostPerCallerPerDay;
    private final RandomGenerator random;
    private final Changes changes;
    private final TicketTable table = new TicketTable();
    private final TicketHistory history = new TicketHistory();

    /**
     * @param mostPerCallerPerDay so many tickets a number may open in 24 hours; what it reports then is added to its newest
     * @param random makes the numbers; must not be predictable
     * @param changes told of every change to a ticket
     */
    public Tickets(CasePolicy policy, int mostPerCallerPerDay, RandomGenerator random, Changes changes) {
        this.policy = policy;
        this.mostPerCallerPerDay = mostPerCallerPerDay;
        this.random = random;
        this.changes = changes;
    }

    /** Opens a ticket, or adds the report to the one that is there for it. */
    public Opened open(Handle handle, NewTicket report, Instant now) {
        OpenKeys keys = OpenKeys.of(report);
        for (int i = 0; i < MOST_TRIES; i++) {
            // Both ways can be overtaken by another node between the look and the change; then they are tried again.
            Optional<Ticket> there = findFor(handle, report, keys, now);
            Optional<Opened> opened =
                    there.isPresent() ? add(handle, there.get(), report, now) : insert(handle, report, keys.own(), now);
            if (opened.isPresent()) {
                return opened.get();
            }
        }
        throw new IllegalStateException("no ticket after " + MOST_TRIES + " tries for " + keys.own());
    }

    /** A ticket with its history. */
    public Optional<Ticket> find(Handle handle, TicketNumber number) {
        return table.find(handle, number).map(ticket -> withHistory(handle, ticket));
    }

    /** The newest ticket of a caller that is not closed, with its history. */
    public Optional<Ticket> findOpenFor(Handle handle, PhoneNumber phone) {
        return table.findNewestNotClosed(handle, phone).map(ticket -> withHistory(handle, ticket));
    }

    /** Tickets with their histories, newest first. */
    public List<Ticket> list(Handle handle, TicketFilter filter) {
        return history.withHistory(handle, table.list(handle, filter));
    }

    /**
     * Moves a ticket on.
     *
     * @param by who does it, for the history
     */
    public Moved moveTo(
            Handle handle, TicketNumber number, TicketStatus to, Optional<String> note, String by, Instant now) {
        for (int i = 0; i < MOST_TRIES; i++) {
            Optional<TicketStatus> from = table.find(handle, number).map(Ticket::status);
            if (from.isEmpty()) {
                return Moved.NO_SUCH_TICKET;
            }
            if (from.get() == to) {
                return Moved.UNCHANGED;
            }
            if (!from.get().canBecome(to)) {
                return Moved.NOT_ALLOWED;
            }
            if (table.move(handle, number, from.get(), to)) {
                add(handle, number, HistoryEntry.moved(to, note.map(Tickets::kept), by, now));
                return Moved.MOVED;
            }
        }
        throw new IllegalStateException("ticket " + number + " was moved by others " + MOST_TRIES + " times");
    }

    /** Adds a note, any card number taken out of it; false if there is no such ticket. */
    public boolean note(Handle handle, TicketNumber number, String text, String who, Instant now) {
        boolean there = table.find(handle, number).isPresent();
        if (there) {
            add(handle, number, HistoryEntry.noted(kept(text), who, now));
        }
        return there;
    }

    /** Keeps that the caller spoke to an agent, by the name callers are told; false if there is no such ticket. */
    public boolean spoke(Handle handle, TicketNumber number, String agent, Optional<CallSid> call, Instant now) {
        boolean there = table.setAgent(handle, number, agent);
        if (there) {
            add(handle, number, HistoryEntry.spoke(agent, call, now));
        }
        return there;
    }

    private Optional<Ticket> findFor(Handle handle, NewTicket report, OpenKeys keys, Instant now) {
        Optional<Ticket> same = keys.all().stream()
                .flatMap(key -> table.findByOpenKey(handle, key).stream())
                .filter(ticket -> mayAddTo(ticket, report))
                .findFirst();
        return same.isPresent() ? same : findWhenFlooded(handle, report, now);
    }

    /** To a caller who has shown nothing, another caller's ticket does not exist. */
    private static boolean mayAddTo(Ticket ticket, NewTicket report) {
        return report.order().filter(NewTicket.AboutOrder::shown).isPresent()
                || (report.phone().isPresent() && report.phone().equals(ticket.phone()));
    }

    private Optional<Ticket> findWhenFlooded(Handle handle, NewTicket report, Instant now) {
        return report.phone()
                .filter(phone -> table.countOpenedBy(handle, phone, now.minus(DAY)) >= mostPerCallerPerDay)
                .flatMap(phone -> table.findNewestNotClosed(handle, phone));
    }

    private Optional<Opened> add(Handle handle, Ticket ticket, NewTicket report, Instant now) {
        boolean reopened = ticket.status() == TicketStatus.RESOLVED;
        TicketStatus status = reopened ? TicketStatus.OPEN : ticket.status();
        Instant dueAt = reopened ? policy.dueAt(now) : ticket.dueAt();
        boolean still = (!reopened || table.move(handle, ticket.number(), ticket.status(), status))
                && table.renew(handle, ticket.number(), status, dueAt, report.desiredOutcome());
        if (!still) {
            return Optional.empty();
        }
        add(
                handle,
                ticket.number(),
                HistoryEntry.reported(
                        reopened,
                        report.origin().call(),
                        HistoryEntry.newWish(ticket.desiredOutcome(), report.desiredOutcome()),
                        now));
        return Optional.of(new Opened(ticket.number(), dueAt, true));
    }

    private Optional<Opened> insert(Handle handle, NewTicket report, Optional<String> openKey, Instant now) {
        Ticket ticket = Ticket.open(TicketNumber.random(random), report, now, policy.dueAt(now));
        if (!table.insert(handle, ticket, openKey)) {
            return Optional.empty();
        }
        add(handle, ticket.number(), HistoryEntry.opened(report.origin().call(), now));
        return Optional.of(new Opened(ticket.number(), ticket.dueAt(), false));
    }

    private void add(Handle handle, TicketNumber number, HistoryEntry entry) {
        history.add(handle, number, entry);
        changes.tell(handle, TOPIC + number);
    }

    private Ticket withHistory(Handle handle, Ticket ticket) {
        return history.withHistory(handle, List.of(ticket)).get(0);
    }

    private static String kept(String text) {
        String safe = CardNumbers.redact(text).replace('\0', ' ');
        return safe.substring(0, Math.min(LONGEST_NOTE, safe.length()));
    }
}
