package hotline.queue;

import hotline.phone.CallSid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** The table of supervisions. */
final class SupervisionRepository {
    private static final String SELECT =
            "select id, contact_id, username, mode, state, leg_sid, leg_ended_at from supervision ";

    /** Adds one that rings; false if the supervisor takes part somewhere already. */
    boolean insert(Handle handle, UUID id, UUID contact, String username, SupervisionMode mode, Instant now) {
        return done(handle.createUpdate("""
                        insert into supervision (id, contact_id, username, open_username, mode, state, started_at)
                        values (:id, :contact, :username, :username, :mode, 'ringing', :now) on conflict do nothing""")
                .bind("id", id)
                .bind("contact", contact)
                .bind("username", username)
                .bind("mode", mode.word())
                .bind("now", now));
    }

    SupervisionRow get(Handle handle, UUID id) {
        return find(handle, id).orElseThrow(() -> new IllegalStateException("no supervision " + id));
    }

    Optional<SupervisionRow> find(Handle handle, UUID id) {
        return all(handle.createQuery(SELECT + "where id = :id").bind("id", id)).stream()
                .findFirst();
    }

    Optional<SupervisionRow> findOpen(Handle handle, String username) {
        return all(handle.createQuery(SELECT + "where open_username = :username")
                        .bind("username", username))
                .stream()
                .findFirst();
    }

    List<SupervisionRow> listOpen(Handle handle, UUID contact) {
        return all(handle.createQuery(SELECT + "where contact_id = :contact and state <> 'over' order by started_at")
                .bind("contact", contact));
    }

    /** Who takes part somewhere, or is rung to, and so can take no contact. */
    Set<String> listListening(Handle handle) {
        return handle.createQuery("select open_username from supervision where open_username is not null")
                .mapTo(String.class)
                .set();
    }

    boolean join(Handle handle, UUID id) {
        return done(handle.createUpdate("update supervision set state = 'in' where id = :id and state = 'ringing'")
                .bind("id", id));
    }

    boolean updateMode(Handle handle, UUID id, SupervisionMode mode) {
        return done(handle.createUpdate(
                        "update supervision set mode = :mode where id = :id and state <> 'over' and mode <> :mode")
                .bind("mode", mode.word())
                .bind("id", id));
    }

    /** The caller is with another agent: those who listen go with them. */
    void follow(Handle handle, UUID from, UUID to) {
        handle.createUpdate("update supervision set contact_id = :to where contact_id = :from and state <> 'over'")
                .bind("to", to)
                .bind("from", from)
                .execute();
    }

    boolean end(Handle handle, UUID id, Instant now) {
        return done(handle.createUpdate("""
                        update supervision set state = 'over', open_username = null, ended_at = :now
                        where id = :id and state <> 'over'""").bind("now", now).bind("id", id));
    }

    boolean updateLeg(Handle handle, UUID id, CallSid leg) {
        return done(handle.createUpdate("update supervision set leg_sid = :leg where id = :id and leg_sid is null")
                .bind("leg", leg.value())
                .bind("id", id));
    }

    void endLeg(Handle handle, UUID id, Instant now) {
        handle.createUpdate("update supervision set leg_ended_at = :now where id = :id and leg_ended_at is null")
                .bind("now", now)
                .bind("id", id)
                .execute();
    }

    private static boolean done(Update update) {
        return update.execute() == 1;
    }

    private static List<SupervisionRow> all(Query query) {
        return query.map((row, context) -> map(row)).list();
    }

    private static SupervisionRow map(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return new SupervisionRow(
                row.getObject("id", UUID.class),
                row.getObject("contact_id", UUID.class),
                row.getString("username"),
                Words.read(SupervisionMode.class, row.getString("mode")),
                state.equals("over"),
                state.equals("in"),
                Optional.ofNullable(row.getString("leg_sid")).map(CallSid::new),
                row.getTimestamp("leg_ended_at") != null);
    }
}
