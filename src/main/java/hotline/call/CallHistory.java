package hotline.call;

import hotline.flow.Session;
import hotline.phone.CallSid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What became of calls: for the API, the agent's card and the search for a fault. */
public final class CallHistory {
    private final CallRepository calls = new CallRepository();

    /**
     * One call.
     *
     * @param flow the flow it is or was in; empty for a leg outside a flow
     * @param outcome how it ended; empty while it lasts
     * @param keys what was pressed, in order, masked where the flow says so
     */
    public record CallView(
            CallSid callSid,
            String status,
            Optional<String> flow,
            String version,
            Optional<String> step,
            String language,
            Optional<String> outcome,
            List<String> keys,
            Optional<String> ticket,
            Instant startedAt,
            Optional<Instant> endedAt,
            List<Event> events) {}

    /** One thing that happened in a call. */
    public record Event(Instant at, String kind, String detail) {}

    private record Ending(
            @Nullable String outcome,
            @Nullable String ticket,
            Instant startedAt,
            @Nullable Instant endedAt) {}

    public Optional<CallView> find(Handle handle, CallSid sid) {
        return calls.find(handle, sid).map(call -> view(handle, call));
    }

    /** The calls in which a ticket was opened or added to, or which an own entry of its history names; oldest first. */
    public List<CallView> listAbout(Handle handle, String ticket) {
        return handle.createQuery("""
                        select call_sid from call
                        where ticket = :ticket
                            or call_sid in (select h.call_sid from ticket_history h where h.ticket = :ticket)
                        order by started_at, call_sid""").bind("ticket", ticket).mapTo(String.class).list().stream()
                .flatMap(sid -> find(handle, new CallSid(sid)).stream())
                .toList();
    }

    /** Whether a ticket was opened in a rehearsal and no customer has rung about it since. */
    public boolean isRehearsed(Handle handle, String ticket) {
        return handle.createQuery("""
                                select count(*) from tickets t join call o on o.call_sid = t.call_sid
                                where t.number = :ticket and o.rehearsal and not exists (
                                    select 1 from call c where not c.rehearsal and (c.ticket = t.number
                                        or c.call_sid in (
                                            select h.call_sid from ticket_history h where h.ticket = t.number)))""")
                        .bind("ticket", ticket)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private static CallView view(Handle handle, Call call) {
        List<Event> events = events(handle, call.sid());
        Ending ending = ending(handle, call.sid());
        return new CallView(
                call.sid(),
                call.status().word(),
                call.session().map(Session::flow),
                call.flowVersion(),
                call.session().map(Session::step),
                call.language().code(),
                Optional.ofNullable(ending.outcome()),
                events.stream()
                        .filter(event -> event.kind().equals("keys"))
                        .map(Event::detail)
                        .toList(),
                Optional.ofNullable(ending.ticket()),
                ending.startedAt(),
                Optional.ofNullable(ending.endedAt()),
                events);
    }

    private static List<Event> events(Handle handle, CallSid sid) {
        return handle.createQuery("select happened_at, kind, detail from call_event where call_sid = :sid order by id")
                .bind("sid", sid.value())
                .map((row, context) -> new Event(
                        row.getTimestamp("happened_at").toInstant(), row.getString("kind"), row.getString("detail")))
                .list();
    }

    private static Ending ending(Handle handle, CallSid sid) {
        return handle.createQuery("select outcome, ticket, started_at, ended_at from call where call_sid = :sid")
                .bind("sid", sid.value())
                .map((row, context) -> ending(row))
                .one();
    }

    private static Ending ending(ResultSet row) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new Ending(
                row.getString("outcome"),
                row.getString("ticket"),
                row.getTimestamp("started_at").toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
