package hotline.store;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells a database that is away, or in another's way, from a statement that is wrong. By SQLSTATE (PostgreSQL manual,
 * appendix A) and H2's error codes (org.h2.api.ErrorCode), which H2 gives as SQLSTATE where the standard has none.
 */
final class Trouble {
    /** Connection lost, resources, server going down or coming up, input or output. */
    private static final Set<String> OUTAGE_CLASSES = Set.of("08", "53", "57P", "58");

    /** H2: general error, out of memory, I/O, file corrupt, connection broken, closed. */
    private static final Set<String> OUTAGES =
            Set.of("HY000", "90108", "90028", "90031", "90030", "90067", "90098", "90121");

    /** Serialization, deadlock, lock not had in time, statement took too long; H2: lock time-out, concurrent update. */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "55P03", "57014", "HYT00", "90131");

    private static final String READ_ONLY = "25006";

    private Trouble() {}

    /** Whether the connection is of no more use. */
    static boolean isOutage(Throwable e) {
        return anyCause(
                e,
                sql -> OUTAGES.contains(state(sql)) || OUTAGE_CLASSES.stream().anyMatch(state(sql)::startsWith));
    }

    /** Whether a standby answered, which a writer has no use for. */
    static boolean isReadOnly(Throwable e) {
        return anyCause(e, sql -> READ_ONLY.equals(state(sql)));
    }

    /** Whether another transaction was in the way, so that the same may succeed a moment later. */
    static boolean isConflict(Throwable e) {
        return anyCause(e, sql -> CONFLICTS.contains(state(sql)));
    }

    private static boolean anyCause(Throwable e, Predicate<SQLException> test) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && test.test(sql)) {
                return true;
            }
        }
        return false;
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }
}
