package hotline.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** An open database with the newest schema: H2 in a file, or PostgreSQL. */
public final class Database implements AutoCloseable {
    /** The settings under which H2 understands the same SQL as PostgreSQL. */
    private static final String H2_SETTINGS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    private final HikariDataSource readers;
    private final HikariDataSource writing;
    private final Jdbi jdbi;
    private final boolean h2;

    private Database(HikariDataSource readers, HikariDataSource writing, boolean h2) {
        this.readers = readers;
        this.writing = writing;
        this.jdbi = Jdbi.create(readers);
        this.h2 = h2;
    }

    /**
     * Opens the database and brings its schema up to date.
     *
     * @param url {@code jdbc:h2:file:…} or {@code jdbc:postgresql://…}
     */
    public static Database open(String url) {
        boolean h2 = url.startsWith("jdbc:h2:");
        String full = h2 && !url.contains("MODE=") ? url + H2_SETTINGS : url;
        HikariDataSource readers = pool(full, h2, "readers", 8);
        Flyway.configure()
                .dataSource(readers)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return new Database(readers, pool(full, h2, "writer", 1), h2);
    }

    private static HikariDataSource pool(String url, boolean h2, String name, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        if (h2) {
            config.setUsername("sa");
            config.setPassword("");
        }
        config.setPoolName(name);
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(2_500);
        config.setValidationTimeout(1_000);
        return new HikariDataSource(config);
    }

    /** Reads on a connection of its own, outside any transaction of the writer. */
    public <T> T read(Function<Handle, T> query) {
        return jdbi.withHandle(query::apply);
    }

    /** Whether this is the embedded database, which serves one node only. */
    public boolean isEmbedded() {
        return h2;
    }

    HikariDataSource writerConnections() {
        return writing;
    }

    @Override
    public void close() {
        writing.close();
        readers.close();
    }
}
