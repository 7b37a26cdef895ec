package hotline.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** Fresh, empty, migrated databases for tests, of both kinds. */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /** H2 in memory. */
    public static Database h2() {
        return Database.open(h2Url());
    }

    /** A new database on one PostgreSQL server that all tests of this process share. */
    public static Database postgres() {
        return Database.open(postgresUrl());
    }

    public static String h2Url() {
        return "jdbc:h2:mem:test" + COUNT.incrementAndGet() + ";DB_CLOSE_DELAY=-1";
    }

    public static String postgresUrl() {
        String name = "test" + COUNT.incrementAndGet();
        Server.create(name, "template " + Server.MIGRATED);
        return Server.RUNNING.getJdbcUrl("postgres", name);
    }

    /** Where that server listens on this machine. */
    public static int postgresPort() {
        return Server.RUNNING.getPort();
    }

    /** Started at first use; ends with the process. */
    private static final class Server {
        static final String MIGRATED = "migrated";
        static final EmbeddedPostgres RUNNING = start();

        static {
            // Migrated once; the databases of the tests are copies.
            create(MIGRATED, "");
            Database.open(RUNNING.getJdbcUrl("postgres", MIGRATED)).close();
        }

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException("embedded PostgreSQL did not start", e);
            }
        }

        static void create(String name, String copied) {
            try (Connection connection = RUNNING.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name + " " + copied);
            } catch (SQLException e) {
                throw new IllegalStateException("no new database on the embedded PostgreSQL", e);
            }
        }
    }
}
