package hotline.rehearsal;

import hotline.order.Order;
import hotline.order.OrderDirectory;
import hotline.order.OrdersUnavailableException;
import hotline.phone.CallSid;
import hotline.phone.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * A call as it was logged, with the world in which it was made as far as that is still known.
 *
 * @param hoursShift how far ahead of the real time it was answered as if it were, or behind it; zero but for a rehearsal
 * @param turns the answers it got, with when
 * @param keys what was pressed, masked where the flow says so, with when
 * @param orders the caller's newest as they are now; empty when they cannot be had
 * @param agents the states of those who were signed in
 * @param numbers those that were to be called back
 */
record PastCall(
        Optional<PhoneNumber> caller,
        Optional<PhoneNumber> dialled,
        Instant startedAt,
        Duration hoursShift,
        List<Logged> turns,
        List<Logged> keys,
        Optional<List<Order>> orders,
        List<PastTicket> tickets,
        List<String> agents,
        List<PhoneNumber> numbers,
        Instant endedAt) {
    private static final int MOST_ORDERS = 5;

    /** Something that was logged. */
    record Logged(Instant at, String text) {}

    /** A ticket that the caller had open. */
    record PastTicket(String number, String category, Optional<String> order, Instant openedAt) {}

    private record Head(
            Optional<PhoneNumber> caller,
            Optional<PhoneNumber> dialled,
            Instant startedAt,
            Duration hoursShift,
            Instant endedAt) {}

    /** When it was, or when it was as if. */
    Instant at() {
        return startedAt.plus(hoursShift);
    }

    /** A day of its world as it has to be where the call is made at {@link #at}: as far from it as it was from the call. */
    LocalDate moved(LocalDate day, ZoneId zone) {
        long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(startedAt, zone), LocalDate.ofInstant(at(), zone));
        return day.plusDays(days);
    }

    /** The call of that name; empty if there is none, or it was not a caller's. */
    static Optional<PastCall> find(Handle handle, OrderDirectory orders, CallSid sid) {
        return handle.createQuery("""
                        select caller, dialled, started_at, hours_shift, coalesce(ended_at, started_at) ended_at
                        from call
                        where call_sid = :sid and kind = 'caller'""")
                .bind("sid", sid.value())
                .map((row, context) -> head(row))
                .findOne()
                .map(head -> new PastCall(
                        head.caller(),
                        head.dialled(),
                        head.startedAt(),
                        head.hoursShift(),
                        logged(
                                handle,
                                sid,
                                "select taken_at at, answer text from call_turn where call_sid = :sid order by turn"),
                        logged(handle, sid, """
                                select happened_at at, detail text from call_event
                                where call_sid = :sid and kind = 'keys' order by id"""),
                        orders(orders, head.caller()),
                        tickets(handle, head),
                        agents(handle, head.startedAt()),
                        numbers(handle, sid),
                        head.endedAt()));
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                Optional.ofNullable(row.getString("caller")).map(PhoneNumber::new),
                Optional.ofNullable(row.getString("dialled")).map(PhoneNumber::new),
                at(row, "started_at"),
                Duration.ofSeconds(row.getLong("hours_shift")),
                at(row, "ended_at"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static List<Logged> logged(Handle handle, CallSid sid, String sql) {
        return handle.createQuery(sql)
                .bind("sid", sid.value())
                .map((row, context) -> new Logged(at(row, "at"), row.getString("text")))
                .list();
    }

    private static Optional<List<Order>> orders(OrderDirectory orders, Optional<PhoneNumber> caller) {
        try {
            return Optional.of(
                    caller.map(number -> orders.listNewest(number, MOST_ORDERS)).orElse(List.of()));
        } catch (OrdersUnavailableException e) {
            return Optional.empty();
        }
    }

    private static List<PastTicket> tickets(Handle handle, Head head) {
        return head.caller().stream()
                .flatMap(caller -> handle
                        .createQuery("""
                                select number, category, order_number, opened_at from tickets
                                where phone = :phone and opened_at < :before and status <> 'closed'
                                order by opened_at""")
                        .bind("phone", caller.e164())
                        .bind("before", head.startedAt())
                        .map((row, context) -> new PastTicket(
                                row.getString("number"),
                                row.getString("category"),
                                Optional.ofNullable(row.getString("order_number")),
                                at(row, "opened_at")))
                        .list()
                        .stream())
                .toList();
    }

    private static List<PhoneNumber> numbers(Handle handle, CallSid sid) {
        return handle.createQuery("""
                        select distinct caller from contact
                        where kind = 'callback' and call_sid = :sid and caller is not null""").bind("sid", sid.value()).mapTo(String.class).list().stream()
                .map(PhoneNumber::new)
                .toList();
    }

    private static List<String> agents(Handle handle, Instant at) {
        return handle.createQuery("""
                        select state from agent_state_span
                        where began_at <= :at and (ended_at is null or ended_at > :at)
                            and state not in ('offline', 'on-break')
                        order by began_at, username""").bind("at", at).mapTo(String.class).list();
    }
}
