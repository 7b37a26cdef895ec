package hotline.web;

import hotline.agent.Agents;
import hotline.agent.Passwords;
import hotline.agent.SignInLimits.Attempt;
import hotline.agent.SignIns;
import hotline.store.Database;
import hotline.store.Writer;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Checks passwords that people type; whoever guesses is slowed down, wherever they do it. */
final class PasswordCheck {
    private final Database database;
    private final Writer writer;
    private final Agents agents;
    private final SignIns signIns;
    private final Clock clock;
    private final Passwords passwords = new Passwords();
    private final Cookies cookies;

    PasswordCheck(WebParts parts, Cookies cookies) {
        this.database = parts.storage().database();
        this.writer = parts.storage().writer();
        this.agents = parts.people().agents();
        this.signIns = parts.people().signIns();
        this.clock = parts.storage().clock();
        this.cookies = cookies;
    }

    /**
     * What came of it.
     *
     * @param secondsToWait how many seconds to wait first, if there were too many tries; then the password was not looked at
     * @param hash what the password was right for; empty if it is wrong
     */
    record Result(Optional<Long> secondsToWait, Optional<String> hash) {}

    /** A try of whoever sent this. */
    Attempt attempt(Context ctx, String username) {
        return new Attempt(username, ClientAddress.network(ctx.ip()), cookies.device(ctx));
    }

    Result check(Attempt attempt, String password) {
        Optional<Duration> wait = writer.write(handle -> signIns.countTry(handle, attempt, clock.instant()));
        if (wait.isPresent()) {
            return new Result(wait.map(time -> time.plusMillis(999).toSeconds()), Optional.empty());
        }
        Optional<String> hash = database.read(handle -> agents.findPasswordHash(handle, attempt.username()));
        // Takes as long without a hash: the time does not tell who exists.
        boolean right = passwords.matches(password, hash);
        return new Result(Optional.empty(), hash.filter(there -> right));
    }
}
