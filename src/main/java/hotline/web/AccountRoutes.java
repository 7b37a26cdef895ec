package hotline.web;

import hotline.agent.Accounts;
import hotline.agent.Agent;
import hotline.agent.OwnEndpoints;
import hotline.agent.Passwords;
import hotline.agent.Presence;
import hotline.phone.BrowserPhone;
import hotline.phone.Endpoint;
import hotline.phone.PhoneNumber;
import hotline.phone.PhoneNumbers;
import hotline.queue.Desk;
import hotline.store.Database;
import hotline.store.Writer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /account}: what everybody does with their own account. */
final class AccountRoutes {
    private static final String PATH = "/account";
    private static final Set<String> DONE = Set.of("password", "rung");

    private final Database database;
    private final Writer writer;
    private final Accounts accounts;
    private final OwnEndpoints endpoints;
    private final Desk desk;
    private final Clock clock;
    private final Passwords passwords = new Passwords();
    private final PasswordCheck check;
    private final Visitors visitors;
    private final Cookies cookies;
    private final Pages pages;
    private final boolean softphone;

    AccountRoutes(WebParts parts, Visitors visitors, Cookies cookies, Pages pages) {
        this.database = parts.storage().database();
        this.writer = parts.storage().writer();
        this.accounts = parts.people().accounts();
        this.endpoints =
                new OwnEndpoints(parts.people().agents(), parts.people().audit());
        this.desk = parts.line().acd().desk();
        this.clock = parts.storage().clock();
        this.check = new PasswordCheck(parts, cookies);
        this.visitors = visitors;
        this.cookies = cookies;
        this.pages = pages;
        this.softphone = parts.settings().softphone().isPresent();
    }

    void register(RoutesConfig routes) {
        routes.get(PATH, ctx -> show(ctx, Form.EMPTY), Access.AGENT);
        routes.post(PATH + "/password", this::changePassword, Access.AGENT);
        routes.post(PATH + "/rung", this::chooseWhereRung, Access.AGENT);
        routes.post(PATH + "/sign-out", this::signOutEverywhere, Access.AGENT);
    }

    private void show(Context ctx, Form form) {
        Visitor visitor = visitors.of(ctx);
        pages.showForm(
                ctx,
                "account.jte",
                form,
                Map.of(
                        "frame",
                        visitor.frame(visitor.texts().get("account.title"), PATH, false),
                        "agent",
                        visitor.signedIn(),
                        "usual",
                        usual(visitor),
                        "isInBrowser",
                        isInBrowser(visitor),
                        "done",
                        Optional.ofNullable(ctx.queryParam("done")).filter(DONE::contains)));
    }

    /** Where somebody who may be rung in their browser is rung otherwise; empty if there is nothing to choose. */
    private Optional<String> usual(Visitor visitor) {
        if (!softphone) {
            return Optional.empty();
        }
        Agent agent = visitor.signedIn();
        Optional<Endpoint> usual = isInBrowser(visitor)
                ? database.read(handle -> endpoints.findUsual(handle, agent.username()))
                : agent.endpoint();
        return usual.map(endpoint ->
                endpoint instanceof PhoneNumber number ? PhoneNumbers.international(number) : endpoint.address());
    }

    private static boolean isInBrowser(Visitor visitor) {
        return visitor.signedIn()
                .endpoint()
                .filter(BrowserPhone.class::isInstance)
                .isPresent();
    }

    private void chooseWhereRung(Context ctx) {
        String username = visitors.of(ctx).signedIn().username();
        boolean browser = "browser".equals(ctx.formParam("reached-by"));
        if (browser && !softphone) {
            throw ProblemException.badRequest("");
        }
        writer.write(handle -> browser
                ? endpoints.chooseBrowser(handle, username, clock.instant())
                : endpoints.chooseUsual(handle, username, clock.instant()));
        ctx.redirect(PATH + "?done=rung", HttpStatus.SEE_OTHER);
    }

    /** Whoever sits at an open page must not be able to guess the password either: tries are counted as at the sign-in. */
    private void changePassword(Context ctx) {
        Visitor visitor = visitors.of(ctx);
        String username = visitor.signedIn().username();
        PasswordCheck.Result current =
                check.check(check.attempt(ctx, username), String.valueOf(ctx.formParam("current")));
        String password = String.valueOf(ctx.formParam("password"));
        Texts texts = visitor.texts();
        Form form = Form.EMPTY;
        if (current.secondsToWait().isPresent()) {
            form = form.withProblem(
                    "current",
                    texts.get("sign-in.too-many", current.secondsToWait().get()));
        } else if (current.hash().isEmpty()) {
            form = form.withProblem("current", texts.get("account.wrong"));
        }
        if (!Passwords.isAllowed(password)) {
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
