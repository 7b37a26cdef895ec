package hotline.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes between nodes by PostgreSQL's NOTIFY, which it delivers after commit and only then (PostgreSQL manual, NOTIFY).
 * One connection listens; whenever it had to be made anew, {@link Changes#EVERYTHING} is told, because what was notified
 * in between is lost.
 */
final class PostgresChanges implements Changes {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresChanges.class);
    private static final String CHANNEL = "hotline_changes";
    private static final int LISTEN_MILLIS = 500;
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration BEFORE_RECONNECT = Duration.ofMillis(500);

    /** A connection that fell silent does not say so by itself. */
    private static final long ASK_AFTER = Duration.ofSeconds(5).toNanos();

    private final Database database;
    private final ChangeDispatcher dispatcher = new ChangeDispatcher();
    private final WorkLoop loop = new WorkLoop("changes-listener", this::round);
    private @Nullable Connection connection;
    private long heardAt;

    PostgresChanges(Database database) {
        this.database = database;
        loop.start();
    }

    @Override
    public void tell(Handle handle, String topic) {
        handle.createQuery("select cast(pg_notify(:channel, :topic) as varchar)")
                .bind("channel", CHANNEL)
                .bind("topic", topic)
                .mapTo(String.class)
                .one();
    }

    @Override
    public AutoCloseable listen(Consumer<String> listener) {
        return dispatcher.listen(listener);
    }

    private Duration round() {
        try {
            hear(connected());
            return AT_ONCE;
        } catch (SQLException e) {
            if (connection != null) {
                LOG.info("The connection that hears of changes broke and is made anew: {}", e.toString());
            }
            drop();
            return BEFORE_RECONNECT;
        }
    }

    private Connection connected() throws SQLException {
        Connection current = connection;
        if (current == null) {
            current = database.connect();
            try (Statement statement = current.createStatement()) {
                statement.execute("listen " + CHANNEL);
            }
            connection = current;
            heardAt = System.nanoTime();
            dispatcher.tell(List.of(EVERYTHING));
        }
        return current;
    }

    private void hear(Connection current) throws SQLException {
        PGNotification[] heard = current.unwrap(PGConnection.class).getNotifications(LISTEN_MILLIS);
        if (heard != null && heard.length > 0) {
            List<String> topics = new ArrayList<>();
            for (PGNotification notification : heard) {
                topics.add(notification.getParameter());
            }
            dispatcher.tell(topics);
            heardAt = System.nanoTime();
        } else if (System.nanoTime() - heardAt > ASK_AFTER) {
            if (!current.isValid(1)) {
                throw new SQLException("no answer", "08006");
            }
            heardAt = System.nanoTime();
        }
    }

    private void drop() {
        Connection old = connection;
        connection = null;
        if (old != null) {
            try {
                old.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("closing a broken connection", e);
            }
        }
    }

    @Override
    public void close() {
        loop.close();
        drop();
        dispatcher.close();
    }
}
