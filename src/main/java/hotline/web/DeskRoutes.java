package hotline.web;

import hotline.agent.Presence;
import hotline.queue.Desk;
import hotline.queue.Dispositions;
import hotline.store.Database;
import hotline.store.Writer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The agent's desk: one page, what the agent does there, and its live stream. */
final class DeskRoutes {
    private static final int LONGEST_NOTES = 2000;

    private final Database database;
    private final Writer writer;
    private final Dispositions dispositions = new Dispositions();
    private final Clock clock;
    private final Desk actions;
    private final Visitors visitors;
    private final Pages pages;
    private final PageStreams streams;
    private final DeskParts desk;

    DeskRoutes(WebParts parts, Visitors visitors, Pages pages, PageStreams streams) {
        this.database = parts.storage().database();
        this.writer = parts.storage().writer();
        this.clock = parts.storage().clock();
        this.actions = parts.line().acd().desk();
        this.visitors = visitors;
        this.pages = pages;
        this.streams = streams;
        this.desk = new DeskParts(parts, pages);
    }

    void register(RoutesConfig routes) {
        routes.get("/desk", this::show, Access.AGENT);
        routes.get("/desk/parts", this::showParts, Access.AGENT);
        routes.sse(
                "/desk/events",
                client -> streams.open(client, new DeskPage(visitors.of(client.ctx()), visitors, desk, clock)),
                Access.AGENT);
        routes.post("/desk/presence", this::setPresence, Access.AGENT);
        routes.post("/desk/notes", this::keepNotes, Access.AGENT);
        routes.post("/desk/wrap-up", this::endWrapUp, Access.AGENT);
    }

    private void show(Context ctx) {
        Visitor visitor = visitors.of(ctx);
        Frame frame = visitor.frame(visitor.texts().get("desk.title"), "/desk", true);
        pages.show(ctx, "desk/page.jte", Map.of("frame", frame, "desk", desk.read(visitor)));
    }

    private void showParts(Context ctx) {
        ctx.html(desk.renderQuick(desk.read(visitors.of(ctx))));
    }

    private void setPresence(Context ctx) {
        String username = visitors.of(ctx).signedIn().username();
        Optional<String> reason = Optional.ofNullable(ctx.formParam("reason")).filter(DeskView.BREAKS::contains);
        Presence presence = reason.isPresent()
                ? Presence.BREAK
                : Optional.ofNullable(ctx.formParam("presence"))
                        .flatMap(Presence::find)
                        .orElseThrow(() -> ProblemException.badRequest(""));
        writer.write(handle -> actions.setPresence(handle, username, presence, reason, clock.instant()));
        answer(ctx, true);
    }

    private void keepNotes(Context ctx) {
        String username = visitors.of(ctx).signedIn().username();
        UUID contact = contact(ctx);
        String notes = notes(ctx);
        boolean kept = writer.write(handle -> actions.keepNotes(handle, username, contact, notes, clock.instant()));
        answer(ctx, kept);
    }

    private void endWrapUp(Context ctx) {
        String username = visitors.of(ctx).signedIn().username();
        UUID contact = contact(ctx);
        String notes = notes(ctx);
        String disposition = Optional.ofNullable(ctx.formParam("disposition"))
                .filter(this::isDisposition)
                .orElseThrow(() -> ProblemException.badRequest(""));
        boolean ended = writer.write(handle -> {
            Instant now = clock.instant();
            return actions.keepNotes(handle, username, contact, notes, now)
                    && actions.endWrapUp(handle, username, disposition, Optional.empty(), now);
        });
        answer(ctx, ended);
    }

    private boolean isDisposition(String code) {
        return database.read(dispositions::listActive).stream()
                .anyMatch(one -> one.code().equals(code));
    }

    /** The page's script sees by its stream how things stand now; a browser without it gets the page again. */
    private static void answer(Context ctx, boolean done) {
        if (ctx.header("HX-Request") == null) {
            ctx.redirect("/desk", HttpStatus.SEE_OTHER);
        } else {
            ctx.status(done ? HttpStatus.NO_CONTENT : HttpStatus.CONFLICT);
        }
    }

    private static UUID contact(Context ctx) {
        try {
            return UUID.fromString(String.valueOf(ctx.formParam("contact")));
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("");
        }
    }

    private static String notes(Context ctx) {
        String notes = Optional.ofNullable(ctx.formParam("notes")).orElse("");
        return notes.substring(0, Math.min(LONGEST_NOTES, notes.length()));
    }
}
