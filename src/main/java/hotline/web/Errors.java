package hotline.web;

import hotline.store.StoreUnavailableException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.ConnectionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what went wrong into an answer: a problem document for programs, a page for people. Logs once, here. */
final class Errors {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    private final Pages pages;

    Errors(Pages pages) {
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.exception(ProblemException.class, (e, ctx) -> show(ctx, e.status(), e.detail()));
        routes.exception(StoreUnavailableException.class, this::storeUnavailable);
        routes.exception(ConnectionException.class, this::storeUnavailable);
        routes.exception(MethodNotAllowedResponse.class, this::wrongMethod);
        routes.exception(HttpResponseException.class, (e, ctx) -> show(ctx, HttpStatus.forStatus(e.getStatus()), ""));
        routes.exception(Exception.class, this::unexpected);
    }

    private void storeUnavailable(Exception e, Context ctx) {
        LOG.warn("{} {} could not reach the database: {}", ctx.method(), ctx.path(), e.getMessage());
        ctx.header("Retry-After", "2");
        show(
                ctx,
                HttpStatus.SERVICE_UNAVAILABLE,
                isForPrograms(ctx)
                        ? "The database does not answer. Whether the change was made is not known; ask for it, or send it again."
                        : "");
    }

    private void unexpected(Exception e, Context ctx) {
        String id = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("{} {} failed, shown as error {}", ctx.method(), ctx.path(), id, e);
        show(
                ctx,
                HttpStatus.INTERNAL_SERVER_ERROR,
                isForPrograms(ctx) ? "Something broke on our side. Look for " + id + " in the log." : id);
    }

    /** Names the methods that the path takes (RFC 9110, section 15.5.6). */
    private void wrongMethod(MethodNotAllowedResponse e, Context ctx) {
        List<String> taken = taken(e);
        ctx.header("Allow", String.join(", ", taken));
        String detail = ctx.path() + " takes "
                + String.join(", ", taken).replaceFirst(", (?=[A-Z]+$)", " or ")
                + "; it was asked with " + ctx.method() + ".";
        HttpStatus status = HttpStatus.METHOD_NOT_ALLOWED;
        show(ctx, status, isForPrograms(ctx) ? detail : "", status.getMessage() + ": " + detail);
    }

    /** Javalin names them in its only detail, but for HEAD, which it takes wherever it takes GET. */
    private static List<String> taken(MethodNotAllowedResponse e) {
        return e.getDetails().values().stream()
                .flatMap(names -> Stream.of(names.split(", ")))
                .flatMap(name -> name.equals("GET") ? Stream.of(name, "HEAD") : Stream.of(name))
                .distinct()
                .sorted()
                .toList();
    }

    private void show(Context ctx, HttpStatus status, String detail) {
        show(ctx, status, detail, status.getMessage());
    }

    /** @param line all that is said to whoever wants neither a problem document nor a page */
    private void show(Context ctx, HttpStatus status, String detail, String line) {
        if (isForPrograms(ctx)) {
            Problem.send(ctx, status, detail.isEmpty() ? usual(ctx, status) : detail);
        } else if (String.valueOf(ctx.header("Accept")).contains("text/html")) {
            pages.error(ctx, status, detail);
        } else {
            ctx.status(status).contentType("text/plain; charset=utf-8").result(line);
        }
    }

    private static String usual(Context ctx, HttpStatus status) {
        return status == HttpStatus.NOT_FOUND
                ? "There is nothing at " + ctx.method() + " " + ctx.path()
                        + "; /api/v1/openapi.json lists what there is."
                : status.getMessage();
    }

    private static boolean isForPrograms(Context ctx) {
        return ctx.path().startsWith("/api/");
    }
}
