package hotline.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The table of looks at who could take a contact. */
final class RoutingDecisions {
    /** An agent was chosen. */
    void insertChosen(
            Handle handle, UUID reservation, UUID contact, String username, List<ConsideredAgent> agents, Instant now) {
        insert(handle, reservation, contact, username, ConsideredJson.write(agents), now);
    }

    /** The first look in which nobody could be chosen for a contact; false if there was one before. */
    boolean insertFruitless(Handle handle, UUID contact, String agents, Instant now) {
        return insert(handle, contact, contact, null, agents, now);
    }

    private static boolean insert(
            Handle handle, UUID id, UUID contact, @Nullable String username, String agents, Instant now) {
        return bind(handle, agents, now, """
                                insert into routing_decision (id, contact_id, decided_at, username, agents, fingerprint)
                                values (:id, :contact, :now, :username, :agents, :fingerprint) on conflict do nothing""")
                        .bind("id", id)
                        .bind("contact", contact)
                        .bind("username", username)
                        .execute()
                == 1;
    }

    /** A look that found something else than the one before, and again nobody. */
    void replaceFruitless(Handle handle, UUID contact, String agents, Instant now) {
        bind(handle, agents, now, """
                        update routing_decision set decided_at = :now, agents = :agents, fingerprint = :fingerprint
                        where id = :id""").bind("id", contact).execute();
    }

    private static Update bind(Handle handle, String agents, Instant now, String sql) {
        return handle.createUpdate(sql)
                .bind("now", now)
                .bind("agents", agents)
                .bind("fingerprint", fingerprint(agents));
    }

    static int fingerprint(String agents) {
        return agents.hashCode();
    }

    /** The fingerprints of the newest fruitless looks of those who wait. */
    Map<UUID, Integer> listFingerprints(Handle handle) {
        return handle.createQuery("""
                        select d.id, d.fingerprint from routing_decision d join contact c on c.id = d.id
                        where c.state = 'waiting'""").reduceRows(new TreeMap<UUID, Integer>(), (found, row) -> {
            found.put(row.getColumn("id", UUID.class), row.getColumn("fingerprint", Integer.class));
            return found;
        });
    }

    List<RoutingDecision> list(Handle handle, UUID contact) {
        return handle.createQuery("""
                        select decided_at, username, agents from routing_decision where contact_id = :contact
                        order by decided_at desc, id""")
                .bind("contact", contact)
                .map((row, context) -> map(row))
                .list();
    }

    private static RoutingDecision map(ResultSet row) throws SQLException {
        return new RoutingDecision(
                ContactRow.instant(row, "decided_at"),
                Optional.ofNullable(row.getString("username")),
                ConsideredJson.read(row.getString("agents")));
    }
}
