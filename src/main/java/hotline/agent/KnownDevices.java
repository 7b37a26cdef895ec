package hotline.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The browsers that somebody has signed in from. Such a browser proves nothing but that: it still needs the password, and
 * only has its tries counted apart from those of strangers (OWASP, "Slow Down Online Guessing Attacks with Device Cookies").
 */
public final class KnownDevices {
    /** A browser that nobody has signed in from for so long is a stranger again. */
    public static final Duration LONGEST = Duration.ofDays(180);

    private final Tokens tokens = new Tokens();

    /** Whether this user has signed in from the browser that holds this token. */
    public boolean isKnown(Handle handle, String token, String username, Instant now) {
        return handle.createQuery("""
                        select count(*) from known_device
                        where token_hash = :hash and username = :username and used_at >= :oldest""")
                        .bind("hash", Sha256.hex(token))
                        .bind("username", username)
                        .bind("oldest", now.minus(LONGEST))
                        .mapTo(Integer.class)
                        .one()
                == 1;
    }

    /**
     * Notes that a user has signed in from a browser.
     *
     * @param before the token that the browser showed; believed only if it was given out here
     * @return the token that the browser is to keep from now on
     */
    public String remember(Handle handle, Optional<String> before, String username, Instant now) {
        handle.createUpdate("delete from known_device where used_at < :oldest")
                .bind("oldest", now.minus(LONGEST))
                .execute();
        String token = before.filter(shown -> isOurs(handle, shown)).orElseGet(tokens::make);
        handle.createUpdate("""
                        insert into known_device (token_hash, username, used_at) values (:hash, :username, :now)
                        on conflict do nothing""")
                .bind("hash", Sha256.hex(token))
                .bind("username", username)
                .bind("now", now)
                .execute();
        handle.createUpdate("update known_device set used_at = :now where token_hash = :hash and username = :username")
                .bind("hash", Sha256.hex(token))
                .bind("username", username)
                .bind("now", now)
                .execute();
        return token;
    }

    private static boolean isOurs(Handle handle, String token) {
        return handle.createQuery("select count(*) from known_device where token_hash = :hash")
                        .bind("hash", Sha256.hex(token))
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** Makes every browser a stranger to this user again, as when one of them was lost. */
    public void forgetAll(Handle handle, String username) {
        handle.createUpdate("delete from known_device where username = :username")
                .bind("username", username)
                .execute();
    }
}
