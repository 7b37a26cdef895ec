package hotline.web;

import hotline.agent.Presence;
import hotline.agent.SignInLimits.Attempt;
import hotline.agent.SignIns;
import hotline.agent.SignIns.Started;
import hotline.queue.Desk;
import hotline.store.Writer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signing in and out, and the choice of language, which is there before anybody is signed in. */
final class SignInRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(SignInRoutes.class);
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_PASSWORD = 200;

    private final Writer writer;
    private final SignIns signIns;
    private final Desk desk;
    private final Clock clock;
    private final PasswordCheck check;
    private final Visitors visitors;
    private final Cookies cookies;
    private final Pages pages;
    private final boolean openId;

    SignInRoutes(WebParts parts, Visitors visitors, Cookies cookies, Pages pages) {
        this.writer = parts.storage().writer();
        this.signIns = parts.people().signIns();
        this.desk = parts.line().acd().desk();
        this.clock = parts.storage().clock();
        this.check = new PasswordCheck(parts, cookies);
        this.visitors = visitors;
        this.cookies = cookies;
        this.pages = pages;
        this.openId = parts.settings().openId().isPresent();
    }

    void register(RoutesConfig routes) {
        routes.get("/", ctx -> ctx.redirect("/desk", HttpStatus.SEE_OTHER), Access.ANYONE);
        routes.get("/sign-in", this::ask, Access.ANYONE);
        routes.post("/sign-in", this::signIn, Access.ANYONE);
        routes.post("/sign-out", this::signOut, Access.AGENT);
        routes.post("/language", this::chooseLanguage, Access.ANYONE);
    }

    private void ask(Context ctx) {
        if (visitors.of(ctx).agent().isPresent()) {
            ctx.redirect("/desk", HttpStatus.SEE_OTHER);
        } else {
            show(ctx, "", Optional.empty());
        }
    }

    private void signIn(Context ctx) {
        String password = cut(ctx.formParam("password"), LONGEST_PASSWORD);
        Attempt attempt = attempt(ctx);
        Texts texts = visitors.of(ctx).texts();
        PasswordCheck.Result result = check.check(attempt, password);
        if (result.secondsToWait().isPresent()) {
            LOG.info("sign-in from {} slowed down", ctx.ip());
            long seconds = result.secondsToWait().get();
            ctx.status(HttpStatus.TOO_MANY_REQUESTS).header("Retry-After", Long.toString(seconds));
            show(ctx, attempt.username(), Optional.of(texts.get("sign-in.too-many", seconds)));
            return;
        }
        Optional<Started> started = result.hash()
                .flatMap(hash -> writer.write(handle ->
                        signIns.startWithPassword(handle, attempt, hash, cookies.session(ctx), clock.instant())));
        if (started.isPresent()) {
            welcome(ctx, started.get());
        } else {
            refuse(ctx, attempt);
            show(ctx, attempt.username(), Optional.of(texts.get("sign-in.wrong")));
        }
    }

    private Attempt attempt(Context ctx) {
        String username = cut(ctx.formParam("username"), LONGEST_NAME)
                .replaceAll("\\p{Cntrl}", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        return check.attempt(ctx, username);
    }

    private void refuse(Context ctx, Attempt attempt) {
        LOG.info("sign-in refused from {}", ctx.ip());
        ctx.status(HttpStatus.UNAUTHORIZED);
        writer.write(handle -> {
            signIns.refused(handle, attempt, "wrong password", clock.instant());
            return true;
        });
    }

    void welcome(Context ctx, Started started) {
        cookies.setSession(ctx, started.session());
        cookies.setDevice(ctx, started.device());
        ctx.redirect("/desk", HttpStatus.SEE_OTHER);
    }

    private void signOut(Context ctx) {
        Visitor visitor = visitors.of(ctx);
        String username = visitor.signedIn().username();
        writer.write(handle -> {
            visitor.session().ifPresent(token -> signIns.end(handle, username, token, clock.instant()));
            return desk.setPresence(handle, username, Presence.OFFLINE, Optional.empty(), clock.instant());
        });
        cookies.clearSession(ctx);
        ctx.redirect("/sign-in", HttpStatus.SEE_OTHER);
    }

    private void chooseLanguage(Context ctx) {
        String code = cut(ctx.formParam("language"), 2);
        if (Texts.ALL_LANGUAGES.stream().anyMatch(language -> language.code().equals(code))) {
            cookies.setLanguage(ctx, code);
        }
        String back = cut(ctx.formParam("back"), 200);
        ctx.redirect(back.matches("/[a-z0-9][a-z0-9/-]*") ? back : "/", HttpStatus.SEE_OTHER);
    }

    void show(Context ctx, String username, Optional<String> problem) {
        Visitor visitor = visitors.of(ctx);
        Frame frame = visitor.frame(visitor.texts().get("sign-in.title"), "/sign-in", false);
        pages.show(
                ctx, "sign-in.jte", Map.of("frame", frame, "username", username, "problem", problem, "openId", openId));
    }

    private static String cut(@Nullable String value, int longest) {
        return value == null ? "" : value.substring(0, Math.min(longest, value.length()));
    }
}
