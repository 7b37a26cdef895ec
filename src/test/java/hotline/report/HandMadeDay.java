package hotline.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Writes rows as the hotline does, for a day in Jakarta. */
public final class HandMadeDay {
    static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    static final LocalDate DAY = LocalDate.parse("2026-11-23");

    private final Handle handle;
    private final LocalDate day;

    public HandMadeDay(Handle handle, LocalDate day) {
        this.handle = handle;
        this.day = day;
    }

    /** A moment of the day; of the one before or after with {@code -1 } or {@code +1 } in front. */
    static Instant at(String time) {
        return at(DAY, time);
    }

    private Instant on(String time) {
        return at(day, time);
    }

    private static Instant at(LocalDate date, String time) {
        int day = time.startsWith("+1 ") ? 1 : time.startsWith("-1 ") ? -1 : 0;
        LocalTime clock = LocalTime.parse(time.substring(day == 0 ? 0 : 3));
        return date.plusDays(day).atTime(clock).atZone(JAKARTA).toInstant();
    }

    /** Waited, spoke with an agent, and the agent finished up; all in seconds. */
    public void answered(String queue, String time, int waited, int talked, int wrapUp, String agent) {
        Instant from = on(time);
        Instant connected = from.plusSeconds(waited);
        Instant ended = connected.plusSeconds(talked);
        contact("live", 0, queue, queue, from, from, "answered", agent, connected, ended, ended.plusSeconds(wrapUp));
    }

    /** A caller who was handed on to another agent, and spoke with that one too. */
    public void handedOn(String queue, String time, int waited, int talked, int wrapUp, String agent) {
        answered(queue, time, waited, talked, wrapUp, agent);
        handle.createUpdate("update contact set continues_id = id where username = :agent and waiting_from = :at")
                .bind("agent", agent)
                .bind("at", on(time))
                .execute();
    }

    /** Waited, and then that. */
    public void ended(String queue, String topic, String time, int waited, String outcome) {
        Instant from = on(time);
        contact("live", 0, queue, topic, from, from, outcome, null, null, from.plusSeconds(waited), null);
    }

    public void talking(String queue, String time, int waited, String agent) {
        Instant from = on(time);
        contact("live", 0, queue, queue, from, from, null, agent, from.plusSeconds(waited), null, null);
    }

    public void waiting(String queue, String time) {
        contact("live", 0, queue, queue, on(time), on(time), null, null, null, null, null);
    }

    /** Asked for a callback, and was rung back at another time. */
    public void rungBack(String queue, String asked, String time, int talked, int wrapUp, String agent) {
        Instant connected = on(time);
        Instant ended = connected.plusSeconds(talked);
        contact(
                "live",
                1,
                queue,
                queue,
                on(asked),
                connected,
                "answered",
                agent,
                connected,
                ended,
                ended.plusSeconds(wrapUp));
    }

    public void callback(String queue, String asked, int attempts, String outcome, String ended) {
        contact(
                "callback",
                attempts,
                queue,
                queue,
                on(asked),
                on(asked),
                outcome,
                null,
                null,
                ended == null ? null : on(ended),
                null);
    }

    private void contact(
            String kind,
            int attempts,
            String queue,
            String topic,
            Instant since,
            Instant waitingFrom,
            String outcome,
            String agent,
            Instant connected,
            Instant ended,
            Instant wrappedUp) {
        UUID id = UUID.randomUUID();
        String state = outcome != null ? "done" : connected != null ? "connected" : "waiting";
        handle.createUpdate("""
                        insert into contact (id, kind, state, outcome, skill, topic, language, priority, since,
                            waiting_from, not_before, call_sid, active_call, open_callback, attempts, username,
                            reservation_id, connected_at, ended_at, wrapped_up_at)
                        values (:id, :kind, :state, :outcome, :queue, :topic, 'id', 0, :since, :waitingFrom,
                            :waitingFrom, :call, :activeCall, :openCallback, :attempts, :agent, :id, :connected,
                            :ended, :wrappedUp)""")
                .bind("id", id)
                .bind("kind", kind)
                .bind("state", state)
                .bind("outcome", outcome)
                .bind("queue", queue)
                .bind("topic", topic)
                .bind("since", since)
                .bind("waitingFrom", waitingFrom)
                .bind("call", "CA" + id)
                .bind("activeCall", kind.equals("live") && outcome == null ? "CA" + id : null)
                .bind("openCallback", kind.equals("callback") && outcome == null ? "+62812000" : null)
                .bind("attempts", attempts)
                .bind("agent", agent)
                .bind("connected", connected)
                .bind("ended", ended)
                .bind("wrappedUp", wrappedUp)
                .execute();
    }

    /** A call that came in, and ended a minute later unless it lasts. */
    public void call(String sid, String time, String topic, boolean isOver) {
        call(sid, "caller", null, time, topic, isOver);
    }

    /** A call that we made, to ring a customer back. */
    public void callOut(String sid, String time, String topic) {
        call(sid, "caller", UUID.randomUUID(), time, topic, true);
    }

    private void call(String sid, String kind, UUID ref, String time, String topic, boolean isOver) {
        handle.createUpdate("""
                        insert into call (call_sid, kind, ref, turn, status, flow_version, language, topic, started_at,
                            ended_at)
                        values (:sid, :kind, :ref, 1, 'completed', 'v', 'id', :topic, :at, :ended)""")
                .bind("sid", sid)
                .bind("kind", kind)
                .bind("ref", ref)
                .bind("topic", topic)
                .bind("at", on(time))
                .bind("ended", isOver ? on(time).plusSeconds(60) : null)
                .execute();
    }

    /** All that rang or asked in these minutes only tried the flows. */
    public void rehearsed(String from, String to) {
        for (String sql : List.of("""
                insert into call (call_sid, kind, turn, status, flow_version, language, started_at)
                select c.call_sid, 'caller', 1, 'completed', 'v', 'id', c.since
                from contact c where c.since >= :from and c.since < :to""", """
                update call set rehearsal = true where started_at >= :from and started_at < :to""")) {
            handle.createUpdate(sql).bind("from", on(from)).bind("to", on(to)).execute();
        }
    }

    public void askedForHuman(String sid, String time, String queue, String answer) {
        handle.createUpdate("""
                        insert into human_wish (call_sid, asked_at, skill, topic, answer)
                        values (:sid, :at, :queue, :queue, :answer)""")
                .bind("sid", sid)
                .bind("at", on(time))
                .bind("queue", queue)
                .bind("answer", answer)
                .execute();
    }

    /** @param to null while it lasts */
    public void span(String agent, String state, String from, String to) {
        handle.createUpdate("""
                        insert into agent_state_span (username, state, began_at, ended_at)
                        values (:agent, :state, :from, :to)""")
                .bind("agent", agent)
                .bind("state", state)
                .bind("from", on(from))
                .bind("to", to == null ? null : on(to))
                .execute();
    }
}
