package hotline.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Who is signed in on the web. The browser holds a random token, the database only its hash; a session ends when it has
 * not been used for a while, after half a day in any case, and when it is told to.
 */
public final class WebSessions {
    public static final Duration LONGEST_IDLE = Duration.ofMinutes(30);
    public static final Duration LONGEST = Duration.ofHours(12);

    private static final Duration SEEN_STEP = Duration.ofMinutes(1);

    private final Tokens tokens = new Tokens();

    /** Starts a session; returns the token for the browser, which is stored nowhere else. */
    public String start(Handle handle, String username, Instant now) {
        handle.createUpdate("delete from web_session where started_at < :oldest or seen_at < :idle")
                .bind("oldest", now.minus(LONGEST))
                .bind("idle", now.minus(LONGEST_IDLE))
                .execute();
        String token = tokens.make();
        handle.createUpdate("""
                        insert into web_session (token_hash, username, started_at, seen_at)
                        values (:hash, :username, :now, :now)""")
                .bind("hash", Sha256.hex(token))
                .bind("username", username)
                .bind("now", now)
                .execute();
        return token;
    }

    /** Whose session this is, unless it has ended. Only reads: needs no writer. */
    public Optional<String> findUser(Handle handle, String token, Instant now) {
        return handle.createQuery("""
                        select username from web_session
                        where token_hash = :hash and started_at >= :oldest and seen_at >= :idle""")
                .bind("hash", Sha256.hex(token))
                .bind("oldest", now.minus(LONGEST))
                .bind("idle", now.minus(LONGEST_IDLE))
                .mapTo(String.class)
                .findOne();
    }

    /** Whether {@link #touch} would change anything; it does at most once a minute, to spare the writer. */
    public boolean needsTouch(Handle handle, String token, Instant now) {
        return handle.createQuery("select count(*) from web_session where token_hash = :hash and seen_at < :recent")
                        .bind("hash", Sha256.hex(token))
                        .bind("recent", now.minus(SEEN_STEP))
                        .mapTo(Integer.class)
                        .one()
                == 1;
    }

    /** Notes that the session is in use, unless it has ended. */
    public void touch(Handle handle, String token, Instant now) {
        handle.createUpdate("""
                        update web_session set seen_at = :now
                        where token_hash = :hash and started_at >= :oldest and seen_at >= :idle and seen_at < :recent""")
                .bind("hash", Sha256.hex(token))
                .bind("now", now)
                .bind("oldest", now.minus(LONGEST))
                .bind("idle", now.minus(LONGEST_IDLE))
                .bind("recent", now.minus(SEEN_STEP))
                .execute();
    }

    /** Ends one session. */
    public void end(Handle handle, String token) {
        handle.createUpdate("delete from web_session where token_hash = :hash")
                .bind("hash", Sha256.hex(token))
                .execute();
    }

    /** Ends all sessions of somebody, as when their role changes. */
    public void endAll(Handle handle, String username) {
        endOthers(handle, username, Optional.empty());
    }

    /** Ends all sessions of somebody but the one of this token. */
    public void endOthers(Handle handle, String username, Optional<String> kept) {
        handle.createUpdate("delete from web_session where username = :username and token_hash <> :kept")
                .bind("username", username)
                .bind("kept", kept.map(Sha256::hex).orElse(""))
                .execute();
    }
}
