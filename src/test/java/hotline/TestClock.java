package hotline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. */
public final class TestClock extends Clock {
    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    private TestClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** A clock that shows {@code now}. */
    public static TestClock pinned(Instant now) {
        return new TestClock(new AtomicReference<>(now), ZoneOffset.UTC);
    }

    /** Moves on, for everyone who holds this clock, whatever their time zone. */
    public void tick(Duration step) {
        now.updateAndGet(before -> before.plus(step));
    }

    /** Jumps to an instant, back as well as on. */
    public void pin(Instant to) {
        now.set(to);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock, read in another zone: it moves when this one is moved. */
    @Override
    public TestClock withZone(ZoneId other) {
        return new TestClock(now, other);
    }
}
