package hotline.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The network's time. Everything that happens in the network happens inside it, one thing after the other: what is due by the
 * clock, what phones and REST requests ask for, and what the answers to webhooks bring. Whoever drives the timeline (a thread
 * in real time, a test in virtual time) calls {@link #runDue} and waits with {@link #awaitWork}.
 */
final class Timeline {
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparing(Timer::dueAt).thenComparingLong(Timer::sequence));
    private long sequence;
    private int underWay;

    Timeline(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** Does something inside the network, from any thread. */
    <T> T inside(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            changed.signalAll();
            lock.unlock();
        }
    }

    /** As {@link #inside(Supplier)}, with nothing to bring back. */
    void inside(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            changed.signalAll();
            lock.unlock();
        }
    }

    /** Plans work; called inside. */
    Timer after(Duration delay, Runnable work) {
        Timer timer = new Timer(now().plus(delay), sequence++, work);
        timers.add(timer);
        return timer;
    }

    /** A request has left for Hotline: in virtual time the clock stands still until it is back. */
    void departed() {
        inside(() -> {
            underWay++;
        });
    }

    /** The request is back; the work runs inside, now. */
    void returned(Runnable work) {
        inside(() -> {
            underWay--;
            timers.add(new Timer(now(), sequence++, work));
        });
    }

    /** Runs the next piece of work that is due, and says whether there was any. */
    boolean runDue() {
        lock.lock();
        try {
            Timer next = timers.peek();
            if (next == null || next.dueAt.isAfter(now())) {
                return false;
            }
            timers.remove();
            next.run();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** When the next piece of work is due; null where none is planned. */
    @Nullable
    Instant nextDueAt() {
        lock.lock();
        try {
            while (!timers.isEmpty() && timers.peek().canceled) {
                timers.remove();
            }
            return timers.isEmpty() ? null : timers.peek().dueAt;
        } finally {
            lock.unlock();
        }
    }

    /** Whether requests to Hotline are under way. */
    boolean isUnderWay() {
        return inside(() -> underWay > 0);
    }

    /**
     * Waits until something changes, or until the next piece of work is due, but no longer than the limit; it may also return
     * for no reason, as those who wait look again anyway.
     */
    @SuppressWarnings("WaitNotInLoop")
    void awaitWork(Duration limit) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Timer next = timers.peek();
            Duration wait = next == null ? limit : Duration.between(now(), next.dueAt);
            if (wait.compareTo(limit) > 0) {
                wait = limit;
            }
            if (wait.compareTo(Duration.ZERO) > 0) {
                boolean unused = changed.await(wait.toNanos(), TimeUnit.NANOSECONDS);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Planned work that can be called off. */
    static final class Timer {
        private final Instant dueAt;
        private final long sequence;
        private final Runnable work;
        private boolean canceled;

        private Timer(Instant dueAt, long sequence, Runnable work) {
            this.dueAt = dueAt;
            this.sequence = sequence;
            this.work = work;
        }

        Instant dueAt() {
            return dueAt;
        }

        long sequence() {
            return sequence;
        }

        void cancel() {
            canceled = true;
        }

        private void run() {
            if (!canceled) {
                work.run();
            }
        }
    }
}
