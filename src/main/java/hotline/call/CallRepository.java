package hotline.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hotline.flow.Session;
import hotline.phone.CallSid;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The tables of calls, their turns and their events. */
final class CallRepository {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DETAIL = 400;

    Optional<Call> find(Handle handle, CallSid sid) {
        return handle.createQuery("""
                        select call_sid, kind, ref, turn, status, caller, dialled, flow_version, rehearsal, hours_shift, session,
                            language
                        from call where call_sid = :sid""")
                .bind("sid", sid.value())
                .map((row, context) -> map(row))
                .findOne();
    }

    /** Adds a call; false if it is there already, perhaps written by another node at this moment. */
    boolean insert(Handle handle, Call call, Instant now) {
        return handle.createUpdate("""
                                insert into call (call_sid, kind, ref, turn, status, caller, dialled, flow_version, rehearsal,
                                    hours_shift, session, flow, step, language, started_at)
                                values (:sid, :kind, :ref, :turn, :status, :caller, :dialled, :version, :rehearsal,
                                    :shift, :session, :flow, :step, :language, :now)
                                on conflict do nothing""")
                        .bind("sid", call.sid().value())
                        .bind("kind", call.kind().word())
                        .bind("ref", call.ref().orElse(null))
                        .bind("turn", call.turn())
                        .bind("status", call.status().word())
                        .bind("caller", call.caller().map(PhoneNumber::e164).orElse(null))
                        .bind("dialled", call.dialled().map(PhoneNumber::e164).orElse(null))
                        .bind("version", call.flowVersion())
                        .bind("rehearsal", call.rehearsal().isPresent())
                        .bind(
                                "shift",
                                call.rehearsal()
                                        .map(Rehearsal::hoursShift)
                                        .orElse(Duration.ZERO)
                                        .toSeconds())
                        .bind(
                                "session",
                                call.session().map(CallRepository::write).orElse(null))
                        .bind("flow", call.session().map(Session::flow).orElse(null))
                        .bind("step", call.session().map(Session::step).orElse(null))
                        .bind("language", call.language().code())
                        .bind("now", now)
                        .execute()
                == 1;
    }

    /** Stores where the call stands after a turn; false if another node took that turn first, or heard that the call is over. */
    boolean update(Handle handle, Call moved) {
        return handle.createUpdate("""
                                update call set kind = :kind, turn = :turn, session = :session, flow = :flow, step = :step,
                                    language = :language
                                where call_sid = :sid and turn = :turn - 1 and status = :status""")
                        .bind("sid", moved.sid().value())
                        .bind("status", moved.status().word())
                        .bind("kind", moved.kind().word())
                        .bind("turn", moved.turn())
                        .bind(
                                "session",
                                moved.session().map(CallRepository::write).orElse(null))
                        .bind("flow", moved.session().map(Session::flow).orElse(null))
                        .bind("step", moved.session().map(Session::step).orElse(null))
                        .bind("language", moved.language().code())
                        .execute()
                == 1;
    }

    /** Stores what a call remembers, unless it has taken another turn meanwhile. */
    void updateSession(Handle handle, Call call) {
        handle.createUpdate("update call set session = :session where call_sid = :sid and turn = :turn")
                .bind("sid", call.sid().value())
                .bind("turn", call.turn())
                .bind("session", call.session().map(CallRepository::write).orElse(null))
                .execute();
    }

    /** Moves the status forward; false if it says nothing new. */
    boolean updateStatus(Handle handle, CallSid sid, CallStatus from, CallStatus to, Instant now) {
        return handle.createUpdate("""
                                update call set status = :to, ended_at = :ended
                                where call_sid = :sid and status = :from""")
                        .bind("sid", sid.value())
                        .bind("from", from.word())
                        .bind("to", to.word())
                        .bind("ended", to.isFinal() ? now : null)
                        .execute()
                == 1;
    }

    /** Keeps how a call ended, and what it was last about if that was said. */
    void updateOutcome(Handle handle, CallSid sid, String outcome, Optional<String> topic) {
        handle.createUpdate("update call set outcome = :outcome, topic = :topic where call_sid = :sid")
                .bind("sid", sid.value())
                .bind("outcome", outcome)
                .bind("topic", topic)
                .execute();
    }

    void updateTicket(Handle handle, CallSid sid, String ticket) {
        handle.createUpdate("update call set ticket = :ticket where call_sid = :sid")
                .bind("sid", sid.value())
                .bind("ticket", ticket)
                .execute();
    }

    Optional<String> findTicket(Handle handle, CallSid sid) {
        return handle.createQuery("select ticket from call where call_sid = :sid and ticket is not null")
                .bind("sid", sid.value())
                .mapTo(String.class)
                .findOne();
    }

    /** Whether the call in which a callback was booked is a rehearsal; asked when the customer's phone is answered. */
    boolean isBookedInRehearsal(Handle handle, UUID attempt) {
        return handle.createQuery("""
                                select count(*) from callback_attempt a join contact q on q.id = a.contact_id
                                    join call c on c.call_sid = q.call_sid
                                where a.id = :attempt and c.rehearsal""")
                        .bind("attempt", attempt)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    Optional<String> findAnswer(Handle handle, CallSid sid, int turn) {
        return handle.createQuery("select answer from call_turn where call_sid = :sid and turn = :turn")
                .bind("sid", sid.value())
                .bind("turn", turn)
                .mapTo(String.class)
                .findOne();
    }

    void insertAnswer(Handle handle, CallSid sid, int turn, String answer, Instant now) {
        handle.createUpdate("""
                        insert into call_turn (call_sid, turn, answer, taken_at)
                        values (:sid, :turn, :answer, :now)""")
                .bind("sid", sid.value())
                .bind("turn", turn)
                .bind("answer", answer)
                .bind("now", now)
                .execute();
    }

    /** Adds to the story of a call. The detail must be masked already. */
    void insertEvent(Handle handle, CallSid sid, String kind, String detail, Instant now) {
        handle.createUpdate("""
                        insert into call_event (call_sid, happened_at, kind, detail)
                        values (:sid, :now, :kind, :detail)""")
                .bind("sid", sid.value())
                .bind("now", now)
                .bind("kind", kind)
                .bind("detail", detail.length() > DETAIL ? detail.substring(0, DETAIL) : detail)
                .execute();
    }

    /** Keeps that the caller asked for a human, and what the queue answered. */
    void insertWish(Handle handle, CallSid sid, String skill, String topic, String answer, Instant now) {
        handle.createUpdate("""
                        insert into human_wish (call_sid, asked_at, skill, topic, answer)
                        values (:sid, :now, :skill, :topic, :answer)""")
                .bind("sid", sid.value())
                .bind("now", now)
                .bind("skill", skill)
                .bind("topic", topic)
                .bind("answer", answer)
                .execute();
    }

    private static Call map(ResultSet row) throws SQLException {
        Duration shift = Duration.ofSeconds(row.getLong("hours_shift"));
        return new Call(
                new CallSid(row.getString("call_sid")),
                CallKind.of(row.getString("kind")),
                Optional.ofNullable(row.getObject("ref", UUID.class)),
                row.getInt("turn"),
                CallStatus.find(row.getString("status")).orElseThrow(),
                Optional.ofNullable(row.getString("caller")).map(PhoneNumber::new),
                Optional.ofNullable(row.getString("dialled")).map(PhoneNumber::new),
                row.getString("flow_version"),
                row.getBoolean("rehearsal") ? Optional.of(new Rehearsal(shift)) : Optional.empty(),
                Optional.ofNullable(row.getString("session")).map(CallRepository::read),
                new Language(row.getString("language")));
    }

    private static String write(Session session) {
        try {
            return JSON.writeValueAsString(session);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("session at " + session.flow() + "/" + session.step(), e);
        }
    }

    private static Session read(String json) {
        try {
            return JSON.readValue(json, Session.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored session that cannot be read", e);
        }
    }
}
