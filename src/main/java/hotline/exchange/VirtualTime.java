package hotline.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Time that moves only when a test says so, from one event to the next. While a webhook is under way it stands still, so that
 * a test run sleeps never and waits only for Hotline's own work. Steps are never longer than a second, and after each the
 * listeners are told, so that Hotline's due work can run in the same time.
 */
final class VirtualTime {
    private static final Duration LONGEST_STEP = Duration.ofSeconds(1);

    /** Real time: how long Hotline may take over one request before the test is stopped. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SteppingClock clock;
    private final Timeline timeline;
    private final List<Consumer<Instant>> listeners = new CopyOnWriteArrayList<>();

    VirtualTime(Instant start) {
        this.clock = new SteppingClock(new Now(start), ZoneOffset.UTC);
        this.timeline = new Timeline(clock);
    }

    Timeline timeline() {
        return timeline;
    }

    Clock clock() {
        return clock;
    }

    void onAdvance(Consumer<Instant> listener) {
        listeners.add(listener);
    }

    /** Runs what is due at this instant, and waits for the requests that it sends. */
    void settle() {
        long patience = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (timeline.runDue() || timeline.isUnderWay()) {
                if (timeline.isUnderWay()) {
                    timeline.awaitWork(Duration.ofMillis(200));
                }
                if (System.nanoTime() > patience) {
                    throw new IllegalStateException("the network has not come to rest within " + PATIENCE);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the network was busy", stopped);
        }
    }

    /** Moves on by so much time. */
    void advance(Duration length) {
        advanceUntil(() -> false, length);
    }

    /** Moves on until the condition holds, and says whether it did within the limit. */
    boolean advanceUntil(BooleanSupplier condition, Duration limit) {
        Instant end = clock.instant().plus(limit);
        while (true) {
            settleAndTell();
            if (condition.getAsBoolean()) {
                return true;
            }
            if (!clock.instant().isBefore(end)) {
                return false;
            }
            clock.moveTo(nextStep(end));
        }
    }

    /** Goes to another time, forward or back, with nothing in between. */
    void jumpTo(Instant instant) {
        if (!isQuiet()) {
            throw new IllegalStateException("something is planned or under way; time can only pass");
        }
        clock.moveTo(instant);
    }

    /** Whether nothing is planned and nothing under way. */
    boolean isQuiet() {
        return timeline.nextDueAt() == null && !timeline.isUnderWay();
    }

    private void settleAndTell() {
        settle();
        for (Consumer<Instant> listener : listeners) {
            listener.accept(clock.instant());
        }
        settle();
    }

    private Instant nextStep(Instant end) {
        Instant step = clock.instant().plus(LONGEST_STEP);
        step = step.isBefore(end) ? step : end;
        Instant due = timeline.nextDueAt();
        if (due != null && due.isBefore(step)) {
            return due;
        }
        return step;
    }

    /** One instant, shared by the clock's views in all time zones. */
    private static final class Now {
        private volatile Instant instant;

        private Now(Instant instant) {
            this.instant = instant;
        }
    }

    private static final class SteppingClock extends Clock {
        private final Now now;
        private final ZoneId zone;

        private SteppingClock(Now now, ZoneId zone) {
            this.now = now;
            this.zone = zone;
        }

        private void moveTo(Instant instant) {
            now.instant = instant;
        }

        @Override
        public Instant instant() {
            return now.instant;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new SteppingClock(now, other);
        }
    }
}
