package hotline.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Stands before every route and lets pass who may: by the {@link Access} that the route names, and for changes by pages
 * only with the form's token; and only text that can be kept. Routes without one are the carrier's, which have a signature instead.
 */
final class Gate implements Handler {
    private static final Set<HandlerType> SAFE = Set.of(HandlerType.GET, HandlerType.HEAD);

    private final Visitors visitors;
    private final ApiToken apiToken;

    Gate(Visitors visitors, ApiToken apiToken) {
        this.visitors = visitors;
        this.apiToken = apiToken;
    }

    @Override
    public void handle(Context ctx) {
        Optional<Access> access = ctx.routeRoles().stream()
                .filter(Access.class::isInstance)
                .map(Access.class::cast)
                .findFirst();
        if (access.isEmpty()) {
            return;
        }
        if (ctx.path().startsWith(ApiRoutes.ROOT)) {
            checkProgram(ctx, access.get());
            refuseNul(ctx.queryParamMap());
            return;
        }
        if (access.get() != Access.ANYONE || !SAFE.contains(ctx.method())) {
            checkPerson(ctx, access.get());
        }
        refuseNul(ctx.queryParamMap());
        refuseNul(ctx.formParamMap());
    }

    /** Nobody types one, and PostgreSQL keeps none in a text. */
    private static void refuseNul(Map<String, List<String>> sent) {
        if (sent.values().stream().flatMap(List::stream).anyMatch(text -> text.indexOf('\0') >= 0)) {
            throw ProblemException.badRequest("");
        }
    }

    private void checkProgram(Context ctx, Access access) {
        if (!apiToken.isApiOn()) {
            throw ProblemException.notFound(
                    "The API is off. Set HOTLINE_API_TOKEN and start Hotline again to turn it on.");
        }
        if (access == Access.PROGRAM && !apiToken.isIn(ctx.header("Authorization"))) {
            ctx.header("WWW-Authenticate", "Bearer realm=\"hotline\"");
            throw new ProblemException(
                    HttpStatus.UNAUTHORIZED,
                    "Send the header \"Authorization: Bearer …\" with the value of HOTLINE_API_TOKEN.");
        }
    }

    private void checkPerson(Context ctx, Access access) {
        Visitor visitor = visitors.of(ctx);
        if (access != Access.ANYONE && visitor.agent().isEmpty()) {
            sendToSignIn(ctx);
            return;
        }
        if (visitor.agent().isPresent() && !access.admits(visitor.signedIn().role())) {
            throw new ProblemException(HttpStatus.FORBIDDEN, "");
        }
        if (!SAFE.contains(ctx.method()) && !isOwnForm(ctx, visitor)) {
            throw new ProblemException(HttpStatus.FORBIDDEN, visitor.texts().get("error.form"));
        }
    }

    private static boolean isOwnForm(Context ctx, Visitor visitor) {
        String header = ctx.header(FormToken.HEADER);
        String shown = header == null ? ctx.formParam(FormToken.FIELD) : header;
        return !"cross-site".equals(ctx.header("Sec-Fetch-Site")) && FormToken.matches(visitor.formToken(), shown);
    }

    private static void sendToSignIn(Context ctx) {
        ctx.skipRemainingHandlers();
        boolean isPage = ctx.method().equals(HandlerType.GET)
                && String.valueOf(ctx.header("Accept")).contains("text/html")
                && ctx.header("HX-Request") == null;
        if (isPage) {
            ctx.redirect("/sign-in", HttpStatus.SEE_OTHER);
        } else {
            ctx.status(HttpStatus.UNAUTHORIZED).header("HX-Redirect", "/sign-in");
        }
    }
}
