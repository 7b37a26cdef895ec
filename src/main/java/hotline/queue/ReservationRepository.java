package hotline.queue;

import hotline.phone.CallSid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The table of reservations. */
final class ReservationRepository {
    private static final String SELECT =
            "select id, contact_id, username, state, leg_sid, leg_ended_at from reservation ";

    void insert(Handle handle, Reservation reservation, Instant now) {
        handle.createUpdate("""
                        insert into reservation (id, contact_id, username, state, reserved_at)
                        values (:id, :contact, :username, :state, :now)""")
                .bind("id", reservation.id())
                .bind("contact", reservation.contact())
                .bind("username", reservation.username())
                .bind("state", reservation.state().word())
                .bind("now", now)
                .execute();
    }

    Optional<Reservation> find(Handle handle, UUID id) {
        return handle.createQuery(SELECT + "where id = :id")
                .bind("id", id)
                .map((row, context) -> map(row))
                .findOne();
    }

    Reservation get(Handle handle, UUID id) {
        return find(handle, id).orElseThrow(() -> new IllegalStateException("no reservation " + id));
    }

    /**
     * An agent who did not take a contact.
     *
     * @param decidedAt when that was clear
     */
    record Refusal(UUID contact, String username, Instant decidedAt) {}

    /** Who did not take what since a moment. */
    List<Refusal> listRefusals(Handle handle, Instant since) {
        return handle.createQuery("""
                        select contact_id, username, decided_at from reservation
                        where state in ('rejected', 'timed-out', 'failed') and decided_at > :since""")
                .bind("since", since)
                .map((row, context) -> new Refusal(
                        row.getObject("contact_id", UUID.class),
                        row.getString("username"),
                        ContactRow.instant(row, "decided_at")))
                .list();
    }

    /** Whether the agent's phone may still be ringing for something that is over. */
    boolean isRingingStill(Handle handle, String username, Instant since) {
        return handle.createQuery("""
                        select count(*) from reservation
                        where username = :username and state in ('withdrawn', 'timed-out') and decided_at > :since
                            and leg_ended_at is null""")
                        .bind("username", username)
                        .bind("since", since)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** Begins to ring the agent who was held. */
    boolean startRinging(Handle handle, UUID id) {
        return handle.createUpdate("update reservation set state = 'pending' where id = :id and state = 'held'")
                        .bind("id", id)
                        .execute()
                == 1;
    }

    /** Closes an open reservation; false if it is closed. */
    boolean decide(Handle handle, UUID id, ReservationState how, Instant now) {
        return handle.createUpdate("""
                                update reservation set state = :how, decided_at = :now
                                where id = :id and state in ('held', 'pending')""")
                        .bind("how", how.word())
                        .bind("now", now)
                        .bind("id", id)
                        .execute()
                == 1;
    }

    /** Keeps the carrier's name of the call to the agent; false if one was known before, which stays. */
    boolean updateLeg(Handle handle, UUID id, CallSid leg) {
        return handle.createUpdate("update reservation set leg_sid = :leg where id = :id and leg_sid is null")
                        .bind("leg", leg.value())
                        .bind("id", id)
                        .execute()
                == 1;
    }

    void endLeg(Handle handle, UUID id, Instant now) {
        handle.createUpdate("update reservation set leg_ended_at = :now where id = :id and leg_ended_at is null")
                .bind("now", now)
                .bind("id", id)
                .execute();
    }

    private static Reservation map(ResultSet row) throws SQLException {
        return new Reservation(
                row.getObject("id", UUID.class),
                row.getObject("contact_id", UUID.class),
                row.getString("username"),
                Words.read(ReservationState.class, row.getString("state")),
                Optional.ofNullable(row.getString("leg_sid")).map(CallSid::new),
                row.getTimestamp("leg_ended_at") != null);
    }
}
