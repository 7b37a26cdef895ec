package hotline.web;

import hotline.store.Writer;
import hotline.ticket.Moved;
import hotline.ticket.TicketNumber;
import hotline.ticket.TicketStatus;
import hotline.ticket.Tickets;
import hotline.ticket.Voicemails;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.sse.SseClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One ticket with its whole story, live, and what is done with it. */
final class TicketRoutes {
    static final String PAGE = "/tickets";

    private static final int LONGEST_WORD = 60;
    private static final int LONGEST_NOTE = 2000;
    private static final List<String> PARTS = List.of("status", "story", "about", "messages", "move");
    private static final List<Frame.Key> KEYS =
            List.of(new Frame.Key("m", "move-ticket"), new Frame.Key("n", "note-ticket"), new Frame.Key("b", "back"));

    private final Writer writer;
    private final Tickets tickets;
    private final TicketMoves moves;
    private final TicketReader reader;
    private final LiveParts<TicketView> parts;
    private final PageKit kit;

    TicketRoutes(WebParts parts, PageKit kit) {
        this.writer = parts.storage().writer();
        this.tickets = parts.cases().tickets();
        this.moves = new TicketMoves(parts);
        this.reader = new TicketReader(parts);
        this.parts = new LiveParts<>(kit.pages(), "ticket", PARTS);
        this.kit = kit;
    }

    void register(RoutesConfig routes) {
        String ticket = PAGE + "/{number}";
        routes.get(ticket, ctx -> show(ctx, Optional.empty()), Access.AGENT);
        routes.get(ticket + "/parts", ctx -> ctx.html(parts.render(read(ctx))), Access.AGENT);
        routes.sse(ticket + "/events", this::watch, Access.AGENT);
        routes.post(ticket + "/status", this::move, Access.AGENT);
        routes.post(ticket + "/notes", this::note, Access.AGENT);
    }

    private TicketView read(Context ctx) {
        return reader.read(number(ctx), kit.visitors().of(ctx));
    }

    /** @param problem why the last change was not made */
    private void show(Context ctx, Optional<String> problem) {
        Visitor visitor = kit.visitors().of(ctx);
        TicketView view = read(ctx).withProblem(problem);
        String title =
                visitor.texts().get("contact.ticket") + " " + view.ticket().shown();
        Frame frame = visitor.frame(title, PAGE + "/" + number(ctx), true).withKeys(KEYS);
        kit.pages().show(ctx, "ticket/page.jte", Map.of("frame", frame, "view", view));
    }

    private void watch(SseClient client) {
        TicketNumber number = number(client.ctx());
        Visitor visitor = kit.visitors().of(client.ctx());
        kit.streams()
                .open(
                        client,
                        new WatchedPage(
                                visitor,
                                kit,
                                topic -> concerns(topic, number),
                                reads -> parts.suppliers(reader.read(number, reads))));
    }

    /** Contacts name their tickets only in the database, so any change in the queue may be one of this ticket's. */
    private static boolean concerns(String topic, TicketNumber number) {
        return topic.equals(Tickets.TOPIC + number)
                || topic.equals("queue")
                || topic.equals("rating")
                || topic.equals(Voicemails.TOPIC);
    }

    private void move(Context ctx) {
        Visitor visitor = kit.visitors().of(ctx);
        TicketNumber number = number(ctx);
        TicketStatus to = FormAnswer.text(ctx, "status", LONGEST_WORD)
                .flatMap(TicketStatus::find)
                .orElseThrow(() -> ProblemException.badRequest(""));
        Optional<String> note = FormAnswer.text(ctx, "note", LONGEST_NOTE);
        boolean notify = ctx.formParam("notify") != null;
        Moved outcome = writer.write(handle -> moves.move(handle, number, to, note, by(visitor), notify))
                .outcome();
        switch (outcome) {
            case MOVED -> ctx.redirect(PAGE + "/" + number, HttpStatus.SEE_OTHER);
            case UNCHANGED, NOT_ALLOWED -> {
                ctx.status(HttpStatus.CONFLICT);
                show(ctx, Optional.of(visitor.texts().get("ticket.move-refused")));
            }
            case NO_SUCH_TICKET -> throw ProblemException.notFound("");
        }
    }

    private void note(Context ctx) {
        String name = kit.visitors().of(ctx).signedIn().name();
        TicketNumber number = number(ctx);
        FormAnswer.text(ctx, "note", LONGEST_NOTE)
                .ifPresent(note -> writer.write(handle ->
                        tickets.note(handle, number, note, name, kit.clock().instant())));
        ctx.redirect(PAGE + "/" + number, HttpStatus.SEE_OTHER);
    }

    private static TicketNumber number(Context ctx) {
        return TicketNumber.find(ctx.pathParam("number")).orElseThrow(() -> ProblemException.notFound(""));
    }

    private static TicketMoves.By by(Visitor visitor) {
        return new TicketMoves.By(
                visitor.signedIn().username(), visitor.signedIn().name());
    }
}
