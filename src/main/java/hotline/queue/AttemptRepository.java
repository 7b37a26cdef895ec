package hotline.queue;

import hotline.phone.CallSid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The table of attempts to ring customers back. */
final class AttemptRepository {
    private static final String SELECT =
            "select id, contact_id, reservation_id, number, state, leg_sid, leg_ended_at from callback_attempt ";

    void insert(Handle handle, Attempt attempt, Instant now) {
        handle.createUpdate("""
                        insert into callback_attempt (id, contact_id, reservation_id, number, state, started_at)
                        values (:id, :contact, :reservation, :number, :state, :now)""")
                .bind("id", attempt.id())
                .bind("contact", attempt.contact())
                .bind("reservation", attempt.reservation())
                .bind("number", attempt.number())
                .bind("state", attempt.state().word())
                .bind("now", now)
                .execute();
    }

    Optional<Attempt> find(Handle handle, UUID id) {
        return handle.createQuery(SELECT + "where id = :id")
                .bind("id", id)
                .map((row, context) -> map(row))
                .findOne();
    }

    /** The attempt of a callback that is under way. */
    Optional<Attempt> findOpen(Handle handle, UUID contact) {
        return handle.createQuery(SELECT + "where contact_id = :contact and state in ('dialing', 'answered')")
                .bind("contact", contact)
                .map((row, context) -> map(row))
                .findOne();
    }

    /** Those that do not count. */
    int countCalledOff(Handle handle, UUID contact) {
        return handle.createQuery(
                        "select count(*) from callback_attempt where contact_id = :contact and state = 'called-off'")
                .bind("contact", contact)
                .mapTo(Integer.class)
                .one();
    }

    Attempt get(Handle handle, UUID id) {
        return find(handle, id).orElseThrow(() -> new IllegalStateException("no attempt " + id));
    }

    /** Moves on from one of the states; false if it is in none of them. */
    boolean move(Handle handle, UUID id, List<AttemptState> from, AttemptState to, Optional<String> reason) {
        return handle.createUpdate("""
                                update callback_attempt set state = :to, reason = :reason
                                where id = :id and state in (<from>)""")
                        .bindList("from", from.stream().map(AttemptState::word).toList())
                        .bind("to", to.word())
                        .bind("reason", reason.orElse(null))
                        .bind("id", id)
                        .execute()
                == 1;
    }

    /** Keeps the carrier's name of the call to the customer; false if one was known before, which stays. */
    boolean updateLeg(Handle handle, UUID id, CallSid leg) {
        return handle.createUpdate("update callback_attempt set leg_sid = :leg where id = :id and leg_sid is null")
                        .bind("leg", leg.value())
                        .bind("id", id)
                        .execute()
                == 1;
    }

    void endLeg(Handle handle, UUID id, Instant now) {
        handle.createUpdate("update callback_attempt set leg_ended_at = :now where id = :id and leg_ended_at is null")
                .bind("now", now)
                .bind("id", id)
                .execute();
    }

    private static Attempt map(ResultSet row) throws SQLException {
        return new Attempt(
                row.getObject("id", UUID.class),
                row.getObject("contact_id", UUID.class),
                row.getObject("reservation_id", UUID.class),
                row.getInt("number"),
                Words.read(AttemptState.class, row.getString("state")),
                Optional.ofNullable(row.getString("leg_sid")).map(CallSid::new),
                row.getTimestamp("leg_ended_at") != null);
    }
}
