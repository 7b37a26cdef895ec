package hotline.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Fresh, empty, migrated databases for tests, of both kinds. */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();

    /**
     * H2 keeps eight statements of a connection unless told otherwise, and parses all others anew: a third of what the tests do. A hotline
     * that runs for weeks is better off with that, as a statement that is kept keeps the way that was best while the tables were small.
     */
    private static final String KEEPS_STATEMENTS = ";QUERY_CACHE_SIZE=500;OPTIMIZE_REUSE_RESULTS=FALSE";

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
        String url = emptyH2Url();
        Migrated.copyTo(url);
        return url;
    }

    private static String emptyH2Url() {
        return "jdbc:h2:mem:test" + COUNT.incrementAndGet() + ";DB_CLOSE_DELAY=-1" + KEEPS_STATEMENTS;
    }

    public static synchronized String postgresUrl() {
        String name = "test" + COUNT.incrementAndGet();
        Server.create(name, "template " + Server.MIGRATED);
        Server.DROPS.execute(Server::dropOldest);
        return Server.RUNNING.getJdbcUrl("postgres", name);
    }

    /** Where that server listens on this machine. */
    public static int postgresPort() {
        return Server.RUNNING.getPort();
    }

    /** H2 migrated once, and kept as the statements that make it: the migrations one by one take six times as long. */
    private static final class Migrated {
        static final List<String> SCRIPT = script();

        private static List<String> script() {
            String url = emptyH2Url();
            Database.open(url).close();
            List<String> script = new ArrayList<>();
            try (Connection connection = connect(url);
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("script nosettings")) {
                while (rows.next()) {
                    script.add(rows.getString(1));
                }
                statement.execute("shutdown");
            } catch (SQLException e) {
                throw new IllegalStateException("H2 does not tell what makes its database", e);
            }
            return script;
        }

        static void copyTo(String url) {
            try (Connection connection = connect(url);
                    Statement statement = connection.createStatement()) {
                for (String line : SCRIPT) {
                    statement.execute(line);
                }
            } catch (SQLException e) {
                throw new IllegalStateException("no copy of the migrated H2 database", e);
            }
        }

        private static Connection connect(String url) throws SQLException {
            DatabaseUrl address = new DatabaseUrl(url);
            return DriverManager.getConnection(address.complete(), address.properties(1));
        }
    }

    /** Started at first use; ends with the process. */
    private static final class Server {
        /** A test may close its database and open it again; none goes back further than this. */
        static final int KEPT = 8;

        static final String MIGRATED = "migrated";
        static final Queue<String> CREATED = new ConcurrentLinkedQueue<>();

        /** The server flushes all that it has to the disk first, which no test waits for. */
        static final ExecutorService DROPS = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "drops");
            thread.setDaemon(true);
            return thread;
        });

        static final EmbeddedPostgres RUNNING = start();

        static {
            // Migrated once; the databases of the tests are copies.
            create(MIGRATED, "");
            CREATED.clear();
            Database.open(RUNNING.getJdbcUrl("postgres", MIGRATED)).close();
        }

        private static EmbeddedPostgres start() {
            try {
                // What is lost when the machine goes down need not be kept: the tests kill processes of ours, not the
                // server.
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("wal_level", "minimal")
                        .setServerConfig("max_wal_senders", "0")
                        .setServerConfig("autovacuum", "off") // no database lives long enough to need it
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("embedded PostgreSQL did not start", e);
            }
        }

        static void create(String name, String copied) {
            try {
                execute("create database " + name + " " + copied);
            } catch (SQLException e) {
                throw new IllegalStateException("no new database on the embedded PostgreSQL", e);
            }
            CREATED.add(name);
        }

        /** Some 300 files each: all of them at the end would hold the process up for half a minute. */
        static void dropOldest() {
            if (CREATED.size() <= KEPT) {
                return;
            }
            String oldest = CREATED.remove();
            try {
                execute("drop database " + oldest);
            } catch (SQLException e) {
                // Still open somewhere.
                CREATED.add(oldest);
            }
        }

        private static void execute(String sql) throws SQLException {
            try (Connection connection = RUNNING.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
