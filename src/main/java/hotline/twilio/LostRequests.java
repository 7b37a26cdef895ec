package hotline.twilio;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What this node remembers of requests while their outcome is open, to look them up by: Twilio lists calls and messages by numbers
 * and time, and neither by our address nor by a key of ours. After a restart nothing is remembered; the look-up then begins
 * somewhat earlier, and whose a call or message is must be known from elsewhere.
 */
final class LostRequests {
    /** Calls and messages made longer ago than this are not taken for one whose time of sending is forgotten. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    /** How far the carrier's times may be off beside what is known of its clock; it writes whole seconds. */
    private static final Duration SKEW = Duration.ofSeconds(3);

    /** A request may take this long from us into the carrier's list. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(20);

    /**
     * A request whose outcome is open.
     *
     * @param since from when on it may have been made
     * @param openSince since when we know of it
     */
    private record Attempt(Instant since, Instant openSince, boolean repeated) {}

    /** So many calls and messages of our own are remembered; many times what is made within the time looked back on. */
    private static final int KNOWN = 10_000;

    private final Map<String, Attempt> open = new HashMap<>();
    private final Map<String, String> keysBySid = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > KNOWN;
        }
    };

    private final Function<String, Optional<String>> written;

    /** @param written which request a call or message is written down for */
    LostRequests(Function<String, Optional<String>> written) {
        this.written = written;
    }

    /** A request is about to leave. */
    synchronized void sending(String key, Instant now) {
        Attempt before = open.get(key);
        open.put(key, new Attempt(now, now, before != null && before.repeated()));
    }

    /** Its outcome is known, with the carrier's name if it took effect. */
    synchronized void settled(String key, Optional<String> sid) {
        open.remove(key);
        sid.ifPresent(known -> keysBySid.put(known, key));
    }

    /** From when on it may have been made, by our clock. */
    synchronized Instant since(String key, Instant now) {
        return open.computeIfAbsent(key, forgotten -> new Attempt(now.minus(FORGOTTEN), now, false))
                .since()
                .minus(SKEW);
    }

    /** Whether this call or message is known to be another request's. */
    boolean isOthers(String key, String sid) {
        return remembered(sid)
                .or(() -> written.apply(sid))
                .filter(owner -> !owner.equals(key))
                .isPresent();
    }

    private synchronized Optional<String> remembered(String sid) {
        return Optional.ofNullable(keysBySid.get(sid));
    }

    /** Whether a request that is in no list has had the time to get there. */
    synchronized boolean isLost(String key, Instant now) {
        Attempt attempt = open.get(key);
        return attempt != null && !now.isBefore(attempt.openSince().plus(ON_ITS_WAY));
    }

    /** Allows a lost request out once more; only once. */
    synchronized boolean mayRepeat(String key) {
        Attempt attempt = open.get(key);
        if (attempt == null || attempt.repeated()) {
            return false;
        }
        open.put(key, new Attempt(attempt.since(), attempt.openSince(), true));
        return true;
    }
}
