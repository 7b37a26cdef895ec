package hotline.agent;

import hotline.agent.SignInLimits.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Signing in and out, each with its row in the audit trail. Passwords are checked outside: that takes its time. */
public final class SignIns {
    /** What the trail says when a username was typed that nobody has: it may be a password in the wrong field. */
    private static final String UNKNOWN = "unknown";

    private final Agents agents;
    private final WebSessions sessions;
    private final KnownDevices devices;
    private final SignInLimits limits;
    private final Audit audit;

    public SignIns(Agents agents, WebSessions sessions, KnownDevices devices, Audit audit) {
        this.agents = agents;
        this.sessions = sessions;
        this.devices = devices;
        this.limits = new SignInLimits(devices);
        this.audit = audit;
    }

    /**
     * Somebody has signed in.
     *
     * @param session the token of the session, for their browser
     * @param device the token by which the browser is known again
     */
    public record Started(String session, String device) {}

    /** Counts a try with a password; if there were too many, says how long to wait. */
    public Optional<Duration> countTry(Handle handle, Attempt attempt, Instant now) {
        return limits.countTry(handle, attempt, now);
    }

    /**
     * Somebody could not sign in.
     *
     * @param why as {@code wrong password}
     */
    public void refused(Handle handle, Attempt attempt, String why, Instant now) {
        String who =
                agents.find(handle, attempt.username()).map(Agent::username).orElse(UNKNOWN);
        audit.record(handle, who, "sign-in-refused", "agent:" + who, why + ", from " + attempt.address(), now);
    }

    /**
     * Starts a session for who has shown their password. Always a new one: one that was there before, perhaps planted, ends.
     *
     * @param hash what the password was checked against
     * @return empty if the password was changed meanwhile, or the account may not sign in anymore
     */
    public Optional<Started> startWithPassword(
            Handle handle, Attempt attempt, String hash, Optional<String> before, Instant now) {
        return agents.findPasswordHash(handle, attempt.username())
                .filter(hash::equals)
                .map(same -> start(handle, attempt, "password", before, now));
    }

    /**
     * Starts a session for whom somebody trusted vouches.
     *
     * @param how who vouches, as {@code openid}
     * @return empty if there is no such account, or one that may not sign in anymore
     */
    public Optional<Started> startVouched(
            Handle handle, Attempt attempt, String how, Optional<String> before, Instant now) {
        return agents.find(handle, attempt.username())
                .filter(agent -> agents.isActive(handle, agent.username()))
                .map(agent -> start(handle, attempt, how, before, now));
    }

    private Started start(Handle handle, Attempt attempt, String how, Optional<String> before, Instant now) {
        String username = attempt.username();
        before.ifPresent(old -> sessions.end(handle, old));
        limits.succeeded(handle, attempt);
        audit.record(
                handle, username, "sign-in", "agent:" + username, "by " + how + ", from " + attempt.address(), now);
        return new Started(
                sessions.start(handle, username, now), devices.remember(handle, attempt.device(), username, now));
    }

    /** Ends one session. */
    public void end(Handle handle, String username, String session, Instant now) {
        sessions.end(handle, session);
        audit.record(handle, username, "sign-out", "agent:" + username, "", now);
    }
}
