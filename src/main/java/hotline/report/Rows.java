package hotline.report;

import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Reads what the figures are made of, one row after the other: a quarter of a year need not fit into memory. Of rehearsals only the
 * agents' time counts, since they spent it.
 */
final class Rows {
    private static final int FETCH = 500;

    /** On the line by when they entered the queue, callbacks by when the caller first asked. */
    private static final String CONTACTS = """
            select c.id, c.kind, c.attempts, c.continues_id, c.skill, c.topic, c.language, c.caller, f.fact as ticket, c.username,
                c.since, c.waiting_from, c.connected_at, c.ended_at, c.wrapped_up_at, c.outcome
            from contact c left join contact_fact f on f.contact_id = c.id and f.name = 'ticket.number'
            where (c.kind = 'live' and c.attempts = 0 and c.waiting_from >= :from and c.waiting_from < :to
                    or (c.kind = 'callback' or c.kind = 'live' and c.attempts > 0) and c.since >= :from and c.since < :to)
                and not exists (select 1 from call r where r.call_sid = c.call_sid and r.rehearsal)
            order by c.waiting_from desc, c.id""";

    /** Each call once for each answer. */
    private static final String TURNED_AWAY = """
            select w.call_sid, w.asked_at, w.topic, w.skill, w.answer, c.language, c.caller, c.ticket, c.outcome
            from human_wish w join call c on c.call_sid = w.call_sid
            where not c.rehearsal and w.answer <> 'joined' and w.asked_at >= :from and w.asked_at < :to and not exists (
                select 1 from human_wish b where b.call_sid = w.call_sid and b.answer = w.answer and b.id < w.id)
            order by w.asked_at desc, w.id""";

    /** A leg that we rang has a reference; whoever is on it did not ring us. */
    private static final String CALLS = """
            select c.call_sid, c.started_at as asked_at, coalesce(c.topic, '') as topic, w.skill, w.answer, c.language,
                c.caller, c.ticket, c.outcome
            from call c left join human_wish w on w.id = (
                select max(n.id) from human_wish n where n.call_sid = c.call_sid)
            where not c.rehearsal and c.kind = 'caller' and c.ref is null and c.ended_at is not null
                and c.started_at >= :from and c.started_at < :to
            order by c.started_at desc, c.call_sid""";

    private static final String SPANS = """
            select username, state, began_at, ended_at from agent_state_span
            where began_at < :to and (ended_at is null or ended_at > :from)
                and state in ('available', 'reserved', 'on-call', 'wrap-up')
            order by began_at desc, username""";

    private Rows() {}

    static void contacts(Handle handle, Instant from, Instant to, Consumer<ReportedContact> reader) {
        each(handle, CONTACTS, from, to, row -> reader.accept(contact(row)));
    }

    static void turnedAway(Handle handle, Instant from, Instant to, Consumer<ReportedCall> reader) {
        each(handle, TURNED_AWAY, from, to, row -> reader.accept(call(row)));
    }

    static void calls(Handle handle, Instant from, Instant to, Consumer<ReportedCall> reader) {
        each(handle, CALLS, from, to, row -> reader.accept(call(row)));
    }

    /** Agents' time within the two, what began last first. */
    static void agentTimes(Handle handle, Instant from, Instant to, Consumer<AgentTime> reader) {
        each(handle, SPANS, from, to, row -> {
            Instant begin =
                    instant(row, "began_at").filter(at -> at.isAfter(from)).orElse(from);
            Instant end = instant(row, "ended_at").filter(at -> at.isBefore(to)).orElse(to);
            if (begin.isBefore(end)) {
                reader.accept(new AgentTime(row.getString("username"), row.getString("state"), begin, end));
            }
        });
    }

    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private static void each(Handle handle, String sql, Instant from, Instant to, RowReader reader) {
        try (Query query =
                handle.createQuery(sql).bind("from", from).bind("to", to).setFetchSize(FETCH)) {
            query.map((row, context) -> {
                        reader.read(row);
                        return true;
                    })
                    .forEach(read -> {});
        }
    }

    private static ReportedContact contact(ResultSet row) throws SQLException {
        boolean callback = row.getString("kind").equals("callback") || row.getInt("attempts") > 0;
        return new ReportedContact(
                row.getObject("id", UUID.class),
                callback,
                row.getObject("continues_id", UUID.class) != null,
                row.getString("skill"),
                row.getString("topic"),
                new Language(row.getString("language")),
                text(row, "caller").map(PhoneNumber::new),
                text(row, "ticket"),
                text(row, "username"),
                instant(row, callback ? "since" : "waiting_from").orElseThrow(),
                instant(row, "connected_at"),
                instant(row, "ended_at"),
                instant(row, "wrapped_up_at"),
                text(row, "outcome"));
    }

    private static ReportedCall call(ResultSet row) throws SQLException {
        return new ReportedCall(
                row.getString("call_sid"),
                instant(row, "asked_at").orElseThrow(),
                row.getString("topic"),
                text(row, "skill"),
                text(row, "answer"),
                new Language(row.getString("language")),
                text(row, "caller").map(PhoneNumber::new),
                text(row, "ticket"),
                text(row, "outcome"));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
