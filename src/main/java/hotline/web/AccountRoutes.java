package hotline.web;

import hotline.agent.Accounts;
import hotline.agent.Agents;
import hotline.agent.Passwords;
import hotline.agent.Presence;
import hotline.agent.SignInLimits.Attempt;
import hotline.agent.SignIns;
import hotline.queue.Desk;
import hotline.store.Database;
import hotline.store.Writer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** {@code /account}: what everybody may do with their own account. */
final class AccountRoutes {
    private static final String PATH = "/account";

    private final Database database;
    private final Writer writer;
    private final Agents agents;
    private final Accounts accounts;
    private final SignIns signIns;
    private final Desk desk;
    private final Clock clock;
    private final Passwords passwords = new Passwords();
    private final Visitors visitors;
    private final Cookies cookies;
    private final Pages pages;

    AccountRoutes(WebParts parts, Visitors visitors, Cookies cookies, Pages pages) {
        this.database = parts.storage().database();
        this.writer = parts.storage().writer();
        this.agents = parts.people().agents();
        this.accounts = parts.people().accounts();
        this.signIns = parts.people().signIns();
        this.desk = parts.line().acd().desk();
        this.clock = parts.storage().clock();
        this.visitors = visitors;
        this.cookies = cookies;
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.get(PATH, ctx -> show(ctx, Form.EMPTY), Access.AGENT);
        routes.post(PATH + "/password", this::changePassword, Access.AGENT);
        routes.post(PATH + "/sign-out", this::signOutEverywhere, Access.AGENT);
    }

    private void show(Context ctx, Form form) {
        Visitor visitor = visitors.of(ctx);
        if (!form.isRight()) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        pages.show(
                ctx,
                "account.jte",
                Map.of(
                        "frame",
                        visitor.frame(visitor.texts().get("account.title"), PATH, false),
                        "agent",
                        visitor.signedIn(),
                        "form",
                        form,
                        "isChanged",
                        "password".equals(ctx.queryParam("done"))));
    }

    /** Whoever sits at an open page must not be able to guess the password either: tries are counted as at the sign-in. */
    private void changePassword(Context ctx) {
        Visitor visitor = visitors.of(ctx);
        String username = visitor.signedIn().username();
        Attempt attempt = new Attempt(username, ClientAddress.network(ctx.ip()), cookies.device(ctx));
        Optional<Duration> wait = writer.write(handle -> signIns.countTry(handle, attempt, clock.instant()));
        Optional<String> hash = database.read(handle -> agents.findPasswordHash(handle, username));
        String password = String.valueOf(ctx.formParam("password"));
        Texts texts = visitor.texts();
        Form form = Form.EMPTY;
        if (wait.isPresent()) {
            long seconds = wait.get().plusMillis(999).toSeconds();
            form = form.withProblem("current", texts.get("sign-in.too-many", seconds));
        } else if (!passwords.matches(String.valueOf(ctx.formParam("current")), hash)) {
            form = form.withProblem("current", texts.get("account.wrong"));
        }
        if (password.length() < Passwords.SHORTEST || password.length() > Passwords.LONGEST) {
            form = form.withProblem("password", texts.get("settings.wrong.password", Passwords.SHORTEST));
        }
        if (!form.isRight()) {
            show(ctx, form);
            return;
        }
        String changed = passwords.hash(password);
        writer.write(handle ->
                accounts.setPassword(handle, username, username, changed, visitor.session(), clock.instant()));
        ctx.redirect(PATH + "?done=password", HttpStatus.SEE_OTHER);
    }

    private void signOutEverywhere(Context ctx) {
        String username = visitors.of(ctx).signedIn().username();
        writer.write(handle -> {
            accounts.signOutEverywhere(handle, username, username, clock.instant());
            return desk.setPresence(handle, username, Presence.OFFLINE, Optional.empty(), clock.instant());
        });
        cookies.clearSession(ctx);
        ctx.redirect("/sign-in", HttpStatus.SEE_OTHER);
    }
}
