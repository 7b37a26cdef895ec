package hotline.store;

import java.time.Duration;
import java.util.SplittableRandom;

/** How long to wait before something is tried again. */
final class Backoff {
    private Backoff() {}

    /** {@code first} after the first attempt, twice as long after each further one, at most {@code longest}. */
    static Duration doubling(Duration first, Duration longest, int attempts) {
        Duration pause = first.multipliedBy(1L << Math.min(attempts - 1, 20));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }

    /**
     * Up to a quarter longer, so that many who were turned away together do not come back together. Drawn from the key, not
     * from chance: the same case takes the same time in a test.
     */
    static Duration spread(Duration pause, String key, int attempts) {
        double share = new SplittableRandom(31L * key.hashCode() + attempts).nextDouble() / 4;
        return pause.plusMillis((long) (pause.toMillis() * share));
    }
}
