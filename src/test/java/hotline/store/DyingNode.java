package hotline.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.postgresql.PGConnection;

/** A node that is killed in the middle of a change. */
public final class DyingNode {
    /** Keeps what it has parsed; one of each short life would parse every statement anew. */
    private static final ColonPrefixSqlParser PARSER = new ColonPrefixSqlParser();

    private DyingNode() {}

    /** Makes a change up to its last statement; then the connection is gone, and nothing was committed. */
    public static <T> T dies(Database database, UseCase<T> change) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            T result = change.run(Database.configured(Jdbi.create(() -> connection))
                    .configure(SqlStatements.class, statements -> statements.setSqlParser(PARSER))
                    .open());
            if (database.isEmbedded()) {
                connection.rollback(); // H2 knows no sudden end of a connection
            } else {
                int server = connection.unwrap(PGConnection.class).getBackendPID();
                connection.abort(Runnable::run);
                awaitEnd(database, server);
            }
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException("no connection to die with", e);
        }
    }

    /** What the dead node had locked is free once the server has noticed, a few milliseconds later; no clock of a test passes then. */
    private static void awaitEnd(Database database, int server) {
        boolean there = true;
        while (there) {
            there = database.read(
                    handle -> handle.createQuery("select exists (select 1 from pg_stat_activity where pid = :server)")
                            .bind("server", server)
                            .mapTo(Boolean.class)
                            .one());
        }
    }
}
