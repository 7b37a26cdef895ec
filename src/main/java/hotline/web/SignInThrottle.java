package hotline.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Slows down who guesses passwords, and never the one who knows theirs for long: tries are counted by account and place
 * together, by place, and by account for all places from which nobody has signed in to it yet. So a stranger can use up
 * only the tries of strangers.
 */
final class SignInThrottle {
    private static final int MOST_REMEMBERED = 10_000;

    private final TimeMeter time;
    private final Map<String, Bucket> buckets = remembering();
    private final Map<String, Boolean> knownPlaces = remembering();

    SignInThrottle(Clock clock) {
        this.time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return Math.multiplyExact(clock.millis(), 1_000_000L);
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    /** Counts a try; says how long to wait when there were too many. */
    synchronized Optional<Duration> waitBeforeTry(String username, String address) {
        String place = place(username, address);
        Optional<Duration> wait = take(place, () -> bucket(10, Duration.ofSeconds(10)))
                .or(() -> take(address, () -> bucket(60, Duration.ofSeconds(1))));
        return wait.isPresent() || knownPlaces.containsKey(place)
                ? wait
                : take(username, () -> bucket(30, Duration.ofSeconds(10)));
    }

    /** The password was right: the tries before it are forgotten, and this place is known. */
    synchronized void succeeded(String username, String address) {
        buckets.remove(place(username, address));
        knownPlaces.put(place(username, address), true);
    }

    private Optional<Duration> take(String key, Supplier<Bucket> fresh) {
        ConsumptionProbe probe = buckets.computeIfAbsent(key, k -> fresh.get()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket bucket(int tries, Duration onceEach) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(tries).refillGreedy(1, onceEach))
                .build();
    }

    private static String place(String username, String address) {
        return username + " from " + address;
    }

    private static <V> Map<String, V> remembering() {
        return new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > MOST_REMEMBERED;
            }
        };
    }
}
