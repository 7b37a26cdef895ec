package hotline.rehearsal;

import hotline.store.Database;
import hotline.store.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Does a node's due work whenever time has moved. The clock may jump to the next second thousands of times in a row, so the
 * database is asked only if something has changed or falls due by then.
 */
public final class DueInVirtualTime {
    private static final Duration LONGEST_SLEEP = Duration.ofDays(1);

    private final Database database;
    private final BooleanSupplier runDue;
    private final AtomicBoolean changed = new AtomicBoolean(true);
    private volatile Instant nextDueAt = Instant.MIN;

    /** @param runDue does what is due now, and says whether there was anything */
    public DueInVirtualTime(Database database, Writer writer, BooleanSupplier runDue) {
        this.database = database;
        this.runDue = runDue;
        writer.onCommit(() -> changed.set(true));
    }

    /** Does what falls due by then, until there is nothing left to do. */
    public void work(Instant now) {
        if (!changed.get() && now.isBefore(nextDueAt)) {
            return;
        }
        do {
            changed.set(false);
        } while (runDue.getAsBoolean());
        nextDueAt = database.read(handle -> handle.createQuery("""
                        select least(
                            coalesce((select min(due_at) from due_work), :never),
                            coalesce((select min(due_at) from outbox
                                where state in ('waiting', 'sending', 'unknown')), :never))""")
                .bind("never", now.plus(LONGEST_SLEEP))
                .mapTo(Instant.class)
                .one());
    }

    /** When something falls due next, as far as was seen. */
    Instant nextDueAt() {
        return nextDueAt;
    }

    /** Has the database asked at the next step whatever the time; after the clock was set back. */
    void forget() {
        changed.set(true);
        nextDueAt = Instant.MIN;
    }
}
