package hotline.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementException;
import org.jdbi.v3.core.statement.StatementExceptions;

/**
 * An open database with the newest schema: H2 in a file, or PostgreSQL.
 *
 * <p>Threads that use an H2 file must not be interrupted: Java closes a file channel under an interrupted reader, and H2
 * then closes the database for everyone.
 */
public final class Database implements AutoCloseable {
    private static final int READERS = 8;

    /** How long PostgreSQL may take for one answer, in seconds; a migration may take longer. */
    private static final int ANSWER_SECONDS = 5;

    private static final int MIGRATION_SECONDS = 600;

    private final DatabaseUrl url;
    private final HikariDataSource readers;
    private final Jdbi jdbi;

    private Database(DatabaseUrl url, HikariDataSource readers) {
        this.url = url;
        this.readers = readers;
        this.jdbi = configured(Jdbi.create(readers));
    }

    /**
     * Opens the database and brings its schema up to date. On PostgreSQL a connection is given up after 2 s without contact
     * and 5 s without an answer, unless the address says {@code connectTimeout} or {@code socketTimeout}.
     *
     * @param url {@code jdbc:h2:file:…} or {@code jdbc:postgresql://…}
     * @throws CannotOpenDatabaseException with one sentence for the operator
     */
    public static Database open(String url) {
        DatabaseUrl address = new DatabaseUrl(url);
        address.makeFolder();
        try {
            // Held until the pool has a connection, because an H2 database in memory goes with the last one.
            Connection first = connect(address, ANSWER_SECONDS);
            try {
                migrate(address);
                return new Database(address, readers(address));
            } finally {
                first.close();
            }
        } catch (SQLException e) {
            throw address.explain(e);
        }
    }

    private static Connection connect(DatabaseUrl url, int answerSeconds) throws SQLException {
        return DriverManager.getConnection(url.complete(), url.properties(answerSeconds));
    }

    private static void migrate(DatabaseUrl url) {
        try {
            Flyway.configure()
                    .dataSource(
                            new DriverDataSource(url.complete(), null, url.properties(MIGRATION_SECONDS), null, null))
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new CannotOpenDatabaseException(
                    "the schema of " + url.place() + " cannot be brought up to date: "
                            + String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", " "),
                    e);
        }
    }

    private static HikariDataSource readers(DatabaseUrl url) {
        Properties properties = url.properties(ANSWER_SECONDS);
        if (!url.isH2()) {
            // A query that changes something fails, instead of bypassing the writer.
            properties.setProperty("readOnlyMode", "always");
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url.complete());
        config.setDataSourceProperties(properties);
        config.setPoolName("readers");
        config.setMaximumPoolSize(READERS);
        config.setMinimumIdle(2);
        config.setReadOnly(true);
        config.setConnectionTimeout(2_500);
        config.setValidationTimeout(1_000);
        return new HikariDataSource(config);
    }

    /**
     * Reads on a connection of its own, outside any transaction of the writer.
     *
     * @throws StoreUnavailableException when the database does not answer
     */
    public <T> T read(Function<Handle, T> query) {
        try {
            return jdbi.withHandle(query::apply);
        } catch (JdbiException e) {
            if (e instanceof ConnectionException || Trouble.isOutage(e)) {
                throw StoreUnavailableException.notRead(e);
            }
            throw e;
        }
    }

    /** Whether this is the embedded database, which serves one node only. */
    public boolean isEmbedded() {
        return url.isH2();
    }

    /** What readers and the writer have in common. */
    static Jdbi configured(Jdbi jdbi) {
        // Without the values, which may be private and end up in a log.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(Database::message);
        return jdbi.registerArgument(new Instants()).registerArgument(new Uuids());
    }

    private static String message(StatementException e) {
        StatementContext context = e.getStatementContext();
        return e.getShortMessage() + " [" + (context == null ? "" : context.getRawSql()) + "]";
    }

    /** A new connection outside the pool, for a thread that keeps it. */
    Connection connect() throws SQLException {
        return connect(url, ANSWER_SECONDS);
    }

    @Override
    public void close() {
        readers.close();
    }
}
