package hotline.store;

import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * Tells whoever shows something live that it changed: after commit, on every node. A change is only named (its topic), so
 * that the listener reads the truth itself; a topic may be told although nothing changed, never the other way round.
 */
public interface Changes extends AutoCloseable {
    /** Told in place of topics that may have been missed: read everything again. */
    String EVERYTHING = "*";

    /** Tells nobody: for a database that no page shows. */
    Changes NONE = new Changes() {
        @Override
        public void tell(Handle handle, String topic) {}

        @Override
        public AutoCloseable listen(Consumer<String> listener) {
            return () -> {};
        }
    };

    /**
     * In this process on H2, which serves one node; by PostgreSQL's LISTEN and NOTIFY where several nodes share a database.
     * PostgreSQL must be reached directly or through a proxy that keeps sessions: a pooler that hands a connection from
     * transaction to transaction loses notifications.
     */
    static Changes of(Database database, Writer writer) {
        return database.isEmbedded() ? new InProcessChanges(writer) : new PostgresChanges(database);
    }

    /** Tells {@code topic}, as {@code agent:ann} or {@code queue}, when the transaction of {@code handle} is committed. */
    void tell(Handle handle, String topic);

    /**
     * Calls the listener with every topic told on any node, or with {@link #EVERYTHING}, until the returned handle is
     * closed. The same topic told several times in a moment is told once. Listeners are called one after the other on a
     * thread of their own: a slow one holds up the other listeners, and never the writer.
     */
    AutoCloseable listen(Consumer<String> listener);

    /** Tells no more. */
    @Override
    default void close() {}
}
