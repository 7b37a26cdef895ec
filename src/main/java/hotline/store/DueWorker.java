package hotline.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Update;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the handlers of {@link DueWork}. Any number of nodes may do so on one database: a row is removed by a conditional
 * delete, and whoever removed it runs the handler, in the same transaction.
 */
public final class DueWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DueWorker.class);
    private static final int BATCH = 64;

    /** More batches than this in one round means that handlers schedule into the past. */
    private static final int BATCHES = 200;

    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LAST_RETRY = Duration.ofMinutes(1);

    /** A deadline as it was read; it is run only if it is still so. */
    record Row(String kind, String itemKey, Instant dueAt, int failures) {}

    private final Database database;
    private final Writer writer;
    private final DueWork dueWork;
    private final Clock clock;
    private final WorkLoop loop = new WorkLoop("due-work", this::round);

    public DueWorker(Database database, Writer writer, DueWork dueWork, Clock clock) {
        this.database = database;
        this.writer = writer;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    /** Runs deadlines as they come, until closed. */
    public void start() {
        writer.onCommit(() -> {
            if (dueWork.takeFresh()) {
                loop.wake();
            }
        });
        loop.start();
    }

    /** Runs what is due now by the clock; see {@link #runDue(Instant)}. */
    public int runDue() {
        return runDue(clock.instant());
    }

    /**
     * Runs everything that is due at {@code now}, also what its handlers schedule for no later than that.
     *
     * @return how many handlers ran to their end
     * @throws StoreUnavailableException when the database does not answer
     */
    public int runDue(Instant now) {
        int ran = 0;
        for (int batch = 0; batch < BATCHES && !kinds().isEmpty(); batch++) {
            List<Row> rows = due(now);
            if (rows.isEmpty()) {
                return ran;
            }
            ran += runBatch(rows, now);
        }
        return ran;
    }

    private Duration round() {
        runDue(clock.instant());
        return WorkLoop.untilDue(database, clock, nextDue());
    }

    /** Asked for by "is true", so that H2 looks into the index of due_at: by the one that begins with the kinds it would read every row. */
    private Set<String> kinds() {
        return dueWork.kinds();
    }

    private Optional<Instant> nextDue() {
        if (kinds().isEmpty()) {
            return Optional.empty();
        }
        return database.read(handle -> handle.createQuery("""
                        select due_at from due_work where (kind in (<kinds>)) is true order by due_at limit 1""")
                .bindList("kinds", kinds())
                .mapTo(Instant.class)
                .findOne());
    }

    private List<Row> due(Instant now) {
        return database.read(handle -> handle.createQuery("""
                        select kind, item_key, due_at, failures from due_work
                        where due_at <= :now and (kind in (<kinds>)) is true
                        order by due_at, kind, item_key limit :limit""")
                .bindList("kinds", kinds())
                .bind("now", now)
                .bind("limit", BATCH)
                .map(ConstructorMapper.of(Row.class))
                .list());
    }

    /** Hands all rows to the writer at once, so that they share commits. */
    private int runBatch(List<Row> rows, Instant now) {
        List<Job<Boolean>> jobs = new ArrayList<>();
        for (Row row : rows) {
            jobs.add(writer.submit(handle -> run(handle, row, now)));
        }
        int ran = 0;
        for (int i = 0; i < jobs.size(); i++) {
            ran += outcome(jobs.get(i), rows.get(i), now) ? 1 : 0;
        }
        return ran;
    }

    private boolean run(Handle handle, Row row, Instant now) {
        int removed = update(handle, row, """
                        delete from due_work where kind = :kind and item_key = :itemKey and due_at = :dueAt""").execute();
        if (removed == 1) {
            dueWork.handler(row.kind()).run(handle, row.itemKey(), now);
        }
        return removed == 1;
    }

    private boolean outcome(Job<Boolean> job, Row row, Instant now) {
        try {
            return job.await(writer.patience());
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            postpone(row, now, e);
            return false;
        }
    }

    private void postpone(Row row, Instant now, Throwable e) {
        Duration pause = Backoff.doubling(FIRST_RETRY, LAST_RETRY, row.failures() + 1);
        LOG.error(
                "Deadline {} {} failed for the {}. time and is tried again in {} s",
                row.kind(),
                row.itemKey(),
                row.failures() + 1,
                pause.toSeconds(),
                e);
        writer.write(handle ->
                update(handle, row, """
                        update due_work set due_at = :retryAt, failures = failures + 1
                        where kind = :kind and item_key = :itemKey and due_at = :dueAt""").bind("retryAt", now.plus(pause)).execute());
    }

    private static Update update(Handle handle, Row row, String sql) {
        return handle.createUpdate(sql)
                .bind("kind", row.kind())
                .bind("itemKey", row.itemKey())
                .bind("dueAt", row.dueAt());
    }

    /** Ends after the batch that runs. */
    @Override
    public void close() {
        loop.close();
    }
}
