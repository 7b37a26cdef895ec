package hotline.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Use cases that are committed together: each in a savepoint of its own, then one commit, then the answers. */
final class Group {
    private final List<Job<?>> jobs;
    private final List<Job<?>> done = new ArrayList<>();
    private final List<Job<?>> inTheWay = new ArrayList<>();
    private boolean committing;

    Group(List<Job<?>> jobs) {
        this.jobs = jobs;
    }

    /**
     * Runs all and commits. Nobody is told before {@link #release} or {@link #refuse}.
     *
     * @throws SQLException when the connection is of no more use; so do {@link RuntimeException}s of jdbi
     */
    void commit(Handle handle, boolean embedded) throws SQLException {
        Connection connection = handle.getConnection();
        for (Job<?> job : jobs) {
            if (job.begin()) {
                run(job, handle, connection);
            }
        }
        committing = true;
        connection.commit();
        if (embedded && !done.isEmpty()) {
            // H2 does not force a commit to disk; without this a crash loses commits and tears them apart.
            handle.execute("checkpoint sync");
        }
    }

    private void run(Job<?> job, Handle handle, Connection connection) throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        try {
            job.run(handle);
            connection.releaseSavepoint(savepoint);
            done.add(job);
        } catch (SQLException e) {
            throw e;
        } catch (Throwable e) {
            if (Trouble.isOutage(e) || Trouble.isReadOnly(e)) {
                throw new SQLException("the database is away", "08006", e);
            }
            connection.rollback(savepoint);
            settleFailure(job, e);
        }
    }

    private void settleFailure(Job<?> job, Throwable e) {
        if (!Trouble.isConflict(e)) {
            job.failed(e);
            done.add(job);
        } else if (job.mayRepeat()) {
            inTheWay.add(job);
        } else {
            job.failed(StoreUnavailableException.notMade("another transaction was in the way again and again", e));
            done.add(job);
        }
    }

    /** How many use cases were run to an end. */
    int size() {
        return done.size();
    }

    /** Lets the answers out, after the commit. */
    void release() {
        done.forEach(Job::release);
    }

    /**
     * Use cases that collided with another node's transaction. They are run again in the next group: in this one they could
     * only meet the same transaction, which may be waiting for a lock of this group.
     */
    List<Job<?>> inTheWay() {
        return inTheWay;
    }

    /** Tells everyone that the database failed, and whether it is known what became of the changes. */
    void refuse(Throwable cause) {
        StoreUnavailableException why = committing
                ? StoreUnavailableException.unknown("the database did not confirm the commit", cause)
                : StoreUnavailableException.notMade("the database is not available", cause);
        jobs.forEach(job -> job.refuse(why));
    }
}
