package hotline.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The writer's one connection, kept from group to group and replaced when it broke. Not from a pool: a pool would wait and
 * retry where the writer's callers want to know at once. Used by the writer's thread only.
 */
final class WriterConnection implements ConnectionFactory, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WriterConnection.class);
    private static final long TRUSTED_FOR = Duration.ofSeconds(1).toNanos();

    /**
     * Bounds for what another node may do to this one: a node that stands still in mid-transaction loses its locks, and
     * whoever waits for them fails alone and not with the whole group (which the driver's time-out would break). The wait
     * for a lock differs from connection to connection, so that of two who wait for each other one goes on. A commit that
     * is answered must be on disk, so a server that would answer earlier is told not to.
     */
    private static final String POSTGRES_SETTINGS = """
            set lock_timeout = '%dms';
            set statement_timeout = '4s';
            set idle_in_transaction_session_timeout = '3s';
            select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'""";

    private final Database database;
    private final Jdbi jdbi;
    private @Nullable Connection connection;
    private long usedAt;

    WriterConnection(Database database) {
        this.database = database;
        this.jdbi = Database.configured(Jdbi.create(this));
        jdbi.setTransactionHandler(new WriterOwnsTransaction());
    }

    /** A handle on a connection that answered less than a second ago or just now. */
    Handle open() throws SQLException {
        if (connection != null && System.nanoTime() - usedAt > TRUSTED_FOR && !connection.isValid(1)) {
            drop();
        }
        if (connection == null) {
            connection = connect();
        }
        usedAt = System.nanoTime();
        return jdbi.open();
    }

    private Connection connect() throws SQLException {
        Connection fresh = database.connect();
        try (Statement statement = fresh.createStatement()) {
            if (!database.isEmbedded()) {
                statement.execute(
                        POSTGRES_SETTINGS.formatted(ThreadLocalRandom.current().nextInt(400, 1000)));
            }
            fresh.setAutoCommit(false);
            return fresh;
        } catch (SQLException | RuntimeException e) {
            fresh.close();
            throw e;
        }
    }

    /** Closes the connection, whatever state it is in; the next group gets a new one. */
    void drop() {
        Connection old = connection;
        connection = null;
        if (old == null) {
            return;
        }
        try {
            if (database.isEmbedded()) {
                old.close();
            } else {
                // Does not wait for a server that may be silent.
                old.abort(Runnable::run);
            }
        } catch (SQLException e) {
            LOG.debug("closing a broken connection", e);
        }
    }

    @Override
    public Connection openConnection() throws SQLException {
        if (connection == null) {
            throw new SQLException("the writer has no connection", "08003");
        }
        return connection;
    }

    /** Keeps it for the next group. */
    @Override
    public void closeConnection(Connection kept) {}

    @Override
    public void close() {
        Connection last = connection;
        connection = null;
        try {
            if (last != null) {
                last.close();
            }
        } catch (SQLException e) {
            LOG.debug("closing the writer's connection", e);
        }
    }
}
