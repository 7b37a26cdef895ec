package hotline.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that does a round of work, then waits until it is woken or for as long as the round said. */
final class WorkLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkLoop.class);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);
    private static final Duration LAST_ROUND = Duration.ofSeconds(5);

    /** Whatever this node commits wakes it; this is for a clock that was set. */
    private static final Duration OWN_CHANGES_ONLY = Duration.ofSeconds(30);

    /** Another node may have put something in and died. */
    private static final Duration OTHER_NODES = Duration.ofSeconds(1);

    private final Supplier<Duration> round;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private boolean wake;
    private volatile boolean closed;
    private boolean inTrouble;

    /** @param round does what there is to do, and says how long to wait at most for the next */
    WorkLoop(String name, Supplier<Duration> round) {
        this.round = round;
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** How long to wait for what is due at {@code next}, in case it is not known earlier that more has come. */
    static Duration untilDue(Database database, Clock clock, Optional<Instant> next) {
        Duration longest = database.isEmbedded() ? OWN_CHANGES_ONLY : OTHER_NODES;
        return next.map(due -> Duration.between(clock.instant(), due))
                .filter(wait -> wait.compareTo(longest) < 0)
                .orElse(longest);
    }

    /** Ends the wait; a round that runs is followed by another. */
    void wake() {
        lock.lock();
        try {
            wake = true;
            woken.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (!closed) {
            await(work());
        }
    }

    private Duration work() {
        try {
            Duration wait = round.get();
            inTrouble = false;
            return wait;
        } catch (StoreUnavailableException e) {
            // The writer says it once for all; here it would be said every second.
            LOG.debug("{} waits for the database", thread.getName(), e);
            return AFTER_TROUBLE;
        } catch (RuntimeException | Error e) {
            if (!inTrouble) {
                LOG.error("A round of {} failed; it goes on trying", thread.getName(), e);
            }
            inTrouble = true;
            return AFTER_TROUBLE;
        }
    }

    private void await(Duration atMost) {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (!wake && !closed && left > 0) {
                left = woken.awaitNanos(left);
            }
            wake = false;
        } catch (InterruptedException e) {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    /** Ends after the round that runs. */
    @Override
    public void close() {
        closed = true;
        wake();
        try {
            thread.join(LAST_ROUND.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
