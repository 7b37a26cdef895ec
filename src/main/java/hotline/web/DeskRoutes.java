package hotline.web;

import hotline.agent.Presence;
import hotline.queue.Desk;
import hotline.queue.Dispositions;
import hotline.store.Database;
import hotline.store.Writer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The agent's desk: one page, what the agent does there, and its live stream. */
final class DeskRoutes {
    private static final int LONGEST_NOTES = 2000;
    private static final List<Frame.Key> KEYS = List.of(
            new Frame.Key("a", "available"),
            new Frame.Key("b", "break"),
            new Frame.Key("o", "offline"),
            new Frame.Key("h", "hold"),
            new Frame.Key("m", "mute"),
            new Frame.Key("t", "transfer"),
            new Frame.Key("s", "supervisor"),
            new Frame.Key("c", "complete"),
            new Frame.Key("r", "cancel"),
            new Frame.Key("x", "end"),
            new Frame.Key("n", "notes"),
            new Frame.Key("d", "disposition"),
            new Frame.Key("f", "finish"),
            new Frame.Key("e", "longer"));

    private final Database database;
    private final Writer writer;
    private final Dispositions dispositions = new Dispositions();
    private final Clock clock;
    private final Desk actions;
    private final Visitors visitors;
    private final Pages pages;
    private final PageStreams streams;
    private final DeskParts desk;
    private final SoftphoneRoutes softphone;

    DeskRoutes(WebParts parts, Visitors visitors, Pages pages, PageStreams streams, SoftphoneRoutes softphone) {
        this.database = parts.storage().database();
        this.writer = parts.storage().writer();
        this.clock = parts.storage().clock();
        this.actions = parts.line().acd().desk();
        this.visitors = visitors;
        this.pages = pages;
        this.streams = streams;
        this.softphone = softphone;
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
        routes.post("/desk/wrap-up/longer", this::extendWrapUp, Access.AGENT);
        routes.post("/desk/here", this::isHere, Access.AGENT);
    }

    private void show(Context ctx) {
        Visitor visitor = visitors.of(ctx);
        Frame frame =
                visitor.frame(visitor.texts().get("desk.title"), "/desk", true).withKeys(KEYS);
        boolean withPhone = softphone.isFor(visitor.signedIn());
        if (withPhone) {
            SecurityHeaders.allowSoftphone(ctx);
        }
        pages.show(
                ctx,
                "desk/page.jte",
                Map.of(
                        "frame",
                        frame,
                        "desk",
                        desk.read(visitor),
                        "softphone",
                        withPhone,
                        "phonePage",
                        softphone.findPage(visitor.signedIn())));
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
        FormAnswer.send(ctx, true, "/desk");
    }

    private void keepNotes(Context ctx) {
        String username = visitors.of(ctx).signedIn().username();
        UUID contact = FormAnswer.contact(ctx);
        String notes = notes(ctx);
        boolean kept = writer.write(handle -> actions.keepNotes(handle, username, contact, notes, clock.instant()));
        FormAnswer.send(ctx, kept, "/desk");
    }

    private void endWrapUp(Context ctx) {
        String username = visitors.of(ctx).signedIn().username();
        UUID contact = FormAnswer.contact(ctx);
        String notes = notes(ctx);
        String disposition = Optional.ofNullable(ctx.formParam("disposition"))
                .filter(this::isDisposition)
                .orElseThrow(() -> ProblemException.badRequest(""));
        boolean ended = writer.write(handle -> {
            Instant now = clock.instant();
            return actions.keepNotes(handle, username, contact, notes, now)
                    && actions.endWrapUp(handle, username, disposition, Optional.empty(), now);
        });
        FormAnswer.send(ctx, ended, "/desk");
    }

    private boolean isDisposition(String code) {
        return database.read(dispositions::listActive).stream()
                .anyMatch(one -> one.code().equals(code));
    }

    private void extendWrapUp(Context ctx) {
        String username = visitors.of(ctx).signedIn().username();
        boolean extended = writer.write(handle -> actions.extendWrapUp(handle, username, clock.instant()));
        FormAnswer.send(ctx, extended, "/desk");
    }

    /** Said by the page itself: an event stream that nobody reads anymore may look open from here for minutes. */
    private void isHere(Context ctx) {
        String username = visitors.of(ctx).signedIn().username();
        boolean kept = writer.write(handle -> {
            actions.seen(handle, username, clock.instant());
            return true;
        });
        FormAnswer.send(ctx, kept, "/desk");
    }

    private static String notes(Context ctx) {
        String notes = Optional.ofNullable(ctx.formParam("notes")).orElse("");
        return notes.substring(0, Math.min(LONGEST_NOTES, notes.length()));
    }
}
