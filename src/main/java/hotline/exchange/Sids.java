package hotline.exchange;

import java.util.SplittableRandom;

/** Makes Twilio's names for things: two letters and 32 hexadecimal digits; the same ones for the same seed. */
final class Sids {
    private final SplittableRandom random;

    Sids(long seed) {
        this.random = new SplittableRandom(seed);
    }

    String call() {
        return next("CA");
    }

    String conference() {
        return next("CF");
    }

    String message() {
        return next("SM");
    }

    String recording() {
        return next("RE");
    }

    String event() {
        return next("NO");
    }

    String token() {
        return next("");
    }

    private synchronized String next(String prefix) {
        return prefix + String.format("%016x%016x", random.nextLong(), random.nextLong());
    }
}
