package hotline.agent;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Slows down who guesses passwords, and never the one who knows theirs for long. A browser that a user has signed in from
 * before has tries of its own, which nobody else can use up. All others share: the tries of an account from an address, of
 * an address, and of an account from all addresses. Counted in the database, for all nodes together.
 */
public final class SignInLimits {
    /** So many tries at once; each comes back after a while. */
    private record Allowance(int tries, Duration onceEach) {}

    private static final Allowance ONE_DEVICE = new Allowance(10, Duration.ofSeconds(10));
    private static final Allowance ACCOUNT_FROM_ADDRESS = new Allowance(10, Duration.ofSeconds(10));
    private static final Allowance ADDRESS = new Allowance(60, Duration.ofSeconds(1));
    private static final Allowance ACCOUNT = new Allowance(30, Duration.ofSeconds(10));

    private final KnownDevices devices;

    public SignInLimits(KnownDevices devices) {
        this.devices = devices;
    }

    /**
     * Somebody who wants to sign in.
     *
     * @param address where they are, or the network they share it with
     * @param device the token that their browser showed
     */
    public record Attempt(String username, String address, Optional<String> device) {}

    /** Counts a try; if there were too many, says how long to wait and counts nothing. */
    public Optional<Duration> countTry(Handle handle, Attempt attempt, Instant now) {
        handle.createUpdate("delete from sign_in_allowance where full_at < :now")
                .bind("now", now)
                .execute();
        String username = attempt.username();
        Optional<String> device = attempt.device().filter(token -> devices.isKnown(handle, token, username, now));
        if (device.isPresent()) {
            return take(handle, deviceName(username, device.get()), ONE_DEVICE, now);
        }
        return take(handle, placeName(username, attempt.address()), ACCOUNT_FROM_ADDRESS, now)
                .or(() -> take(handle, "address " + attempt.address(), ADDRESS, now))
                .or(() -> take(handle, "account " + username, ACCOUNT, now));
    }

    /** The password was right: what was tried before from the same place is forgotten. */
    public void succeeded(Handle handle, Attempt attempt) {
        handle.createUpdate("delete from sign_in_allowance where name_hash in (:place, :device)")
                .bind("place", Sha256.hex(placeName(attempt.username(), attempt.address())))
                .bind(
                        "device",
                        Sha256.hex(
                                deviceName(attempt.username(), attempt.device().orElse(""))))
                .execute();
    }

    private static String placeName(String username, String address) {
        return "account " + username + " from " + address;
    }

    private static String deviceName(String username, String device) {
        return "account " + username + " on " + device;
    }

    /** A bucket that leaks: all it needs to know is when it will be full of tries again. */
    private static Optional<Duration> take(Handle handle, String name, Allowance allowance, Instant now) {
        String hash = Sha256.hex(name);
        handle.createUpdate(
                        "insert into sign_in_allowance (name_hash, full_at) values (:hash, :now) on conflict do nothing")
                .bind("hash", hash)
                .bind("now", now)
                .execute();
        Instant fullAt = handle.createQuery("select full_at from sign_in_allowance where name_hash = :hash for update")
                .bind("hash", hash)
                .mapTo(OffsetDateTime.class)
                .one()
                .toInstant();
        Instant next = (fullAt.isAfter(now) ? fullAt : now).plus(allowance.onceEach());
        Duration over = Duration.between(now.plus(allowance.onceEach().multipliedBy(allowance.tries())), next);
        if (!over.isNegative() && !over.isZero()) {
            return Optional.of(over);
        }
        handle.createUpdate("update sign_in_allowance set full_at = :next where name_hash = :hash")
                .bind("next", next)
                .bind("hash", hash)
                .execute();
        return Optional.empty();
    }
}
