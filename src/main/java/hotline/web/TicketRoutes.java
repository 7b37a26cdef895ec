package hotline.web;

import hotline.order.OrderNumber;
import hotline.phone.PhoneNumber;
import hotline.phone.PhoneNumbers;
import hotline.queue.Acd;
import hotline.store.Database;
import hotline.store.Writer;
import hotline.ticket.Category;
import hotline.ticket.Moved;
import hotline.ticket.Ticket;
import hotline.ticket.TicketFilter;
import hotline.ticket.TicketNumber;
import hotline.ticket.TicketStatus;
import hotline.ticket.Tickets;
import hotline.ticket.Voicemail;
import hotline.ticket.Voicemails;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tickets: searched by number, order or phone, and each with its whole story. What is searched for is sent as a form, so that no
 * phone number gets into an address or a log.
 */
final class TicketRoutes {
    private static final String PAGE = "/tickets";
    private static final int LONGEST_SEARCH = 60;
    private static final int LONGEST_NOTE = 2000;
    private static final int LINES = 25;
    private static final List<Frame.Key> KEYS = List.of(
            new Frame.Key("/", "search"),
            new Frame.Key("j", "next-row"),
            new Frame.Key("k", "row-before"),
            new Frame.Key("o", "open-row"));
    private static final List<Frame.Key> TICKET_KEYS =
            List.of(new Frame.Key("m", "move-ticket"), new Frame.Key("n", "note-ticket"), new Frame.Key("b", "back"));

    private final Database database;
    private final Writer writer;
    private final Clock clock;
    private final Tickets tickets;
    private final TicketMoves moves;
    private final TicketStory story;
    private final Voicemails voicemails;
    private final Acd acd;
    private final PageKit kit;

    TicketRoutes(WebParts parts, PageKit kit) {
        this.database = parts.storage().database();
        this.writer = parts.storage().writer();
        this.clock = parts.storage().clock();
        this.tickets = parts.cases().tickets();
        this.moves = new TicketMoves(parts);
        this.story = new TicketStory(parts);
        this.voicemails = parts.voice().messages();
        this.acd = parts.line().acd();
        this.kit = kit;
    }

    void register(RoutesConfig routes) {
        routes.get(PAGE, ctx -> list(ctx, new Search("", Optional.empty(), Optional.empty())), Access.AGENT);
        routes.post(PAGE, this::search, Access.AGENT);
        routes.get(PAGE + "/{number}", ctx -> show(ctx, number(ctx), Optional.empty()), Access.AGENT);
        routes.post(PAGE + "/{number}/status", this::move, Access.AGENT);
        routes.post(PAGE + "/{number}/notes", this::note, Access.AGENT);
    }

    private record Search(String text, Optional<TicketStatus> status, Optional<Category> category) {
        TicketFilter filter(Optional<OrderNumber> order, Optional<PhoneNumber> phone, Optional<TicketNumber> after) {
            return new TicketFilter(order, phone, status, category, Optional.empty(), LINES, after);
        }
    }

    private void search(Context ctx) {
        Search search = new Search(
                FormAnswer.text(ctx, "search", LONGEST_SEARCH).orElse(""),
                FormAnswer.text(ctx, "status", LONGEST_SEARCH).flatMap(TicketStatus::find),
                FormAnswer.text(ctx, "category", LONGEST_SEARCH).flatMap(Category::find));
        Optional<TicketNumber> number = TicketNumber.find(search.text())
                .filter(found ->
                        database.read(handle -> tickets.find(handle, found)).isPresent());
        if (number.isPresent()) {
            ctx.redirect(PAGE + "/" + number.get(), HttpStatus.SEE_OTHER);
        } else {
            list(ctx, search);
        }
    }

    private void list(Context ctx, Search search) {
        Visitor visitor = kit.visitors().of(ctx);
        List<Ticket> found =
                find(search, FormAnswer.text(ctx, "after", LONGEST_SEARCH).flatMap(TicketNumber::find));
        Optional<String> after = Optional.of(found)
                .filter(all -> all.size() == LINES)
                .map(all -> all.get(LINES - 1).number().value());
        TicketsView view = new TicketsView(
                visitor.texts(),
                visitor.formToken(),
                clock.instant(),
                search.text(),
                search.status().map(TicketStatus::word).orElse(""),
                search.category().map(Category::word).orElse(""),
                acd.skills().stream().sorted().toList(),
                found.stream().map(TicketRoutes::line).toList(),
                after);
        Frame frame =
                visitor.frame(visitor.texts().get("nav.tickets"), PAGE, true).withKeys(KEYS);
        kit.pages().show(ctx, "tickets/page.jte", Map.of("frame", frame, "view", view));
    }

    /** What was typed is taken for a phone number if it can be one and finds something, otherwise for an order's. */
    private List<Ticket> find(Search search, Optional<TicketNumber> after) {
        if (search.text().isEmpty()) {
            return list(search.filter(Optional.empty(), Optional.empty(), after));
        }
        Optional<PhoneNumber> phone = PhoneNumbers.parse(search.text(), "ID");
        List<Ticket> byPhone = phone.isEmpty() ? List.of() : list(search.filter(Optional.empty(), phone, after));
        Optional<OrderNumber> order = OrderNumber.find(search.text());
        return byPhone.isEmpty() && order.isPresent() ? list(search.filter(order, Optional.empty(), after)) : byPhone;
    }

    private List<Ticket> list(TicketFilter filter) {
        return database.read(handle -> tickets.list(handle, filter));
    }

    private static TicketsView.Line line(Ticket ticket) {
        return new TicketsView.Line(
                ticket.number().value(),
                ticket.number().inThrees(),
                ticket.category().word(),
                ticket.status().word(),
                ticket.order(),
                ticket.phone().map(PhoneNumbers::international),
                ticket.openedAt(),
                ticket.dueAt(),
                ticket.agent());
    }

    private void show(Context ctx, TicketNumber number, Optional<String> problem) {
        Visitor visitor = kit.visitors().of(ctx);
        Texts texts = visitor.texts();
        TicketView view = database.read(handle -> tickets.find(handle, number)
                        .map(ticket -> new TicketView(
                                texts,
                                visitor.formToken(),
                                clock.instant(),
                                line(ticket),
                                ticket.language().code(),
                                ticket.origin().channel().word(),
                                ticket.desiredOutcome().map(outcome -> outcome.word()),
                                Arrays.stream(TicketStatus.values())
                                        .filter(ticket.status()::canBecome)
                                        .toList(),
                                story.tell(handle, ticket, texts),
                                voicemails.listOf(handle, number).stream()
                                        .map(TicketRoutes::message)
                                        .toList(),
                                problem)))
                .orElseThrow(() -> ProblemException.notFound(""));
        Frame frame = visitor.frame(texts.get("contact.ticket") + " " + number.inThrees(), PAGE + "/" + number, true)
                .withKeys(TICKET_KEYS);
        kit.pages().show(ctx, "tickets/ticket.jte", Map.of("frame", frame, "view", view));
    }

    private static TicketView.Message message(Voicemail voicemail) {
        return new TicketView.Message(
                voicemail.id(),
                voicemail.createdAt(),
                Amounts.time(Duration.ofSeconds(voicemail.seconds())),
                voicemail.heardAt().isPresent());
    }

    private void move(Context ctx) {
        Visitor visitor = kit.visitors().of(ctx);
        TicketNumber number = number(ctx);
        TicketStatus to = FormAnswer.text(ctx, "status", LONGEST_SEARCH)
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
                show(ctx, number, Optional.of(visitor.texts().get("ticket.move-refused")));
            }
            case NO_SUCH_TICKET -> throw ProblemException.notFound("");
        }
    }

    private void note(Context ctx) {
        String name = kit.visitors().of(ctx).signedIn().name();
        TicketNumber number = number(ctx);
        FormAnswer.text(ctx, "note", LONGEST_NOTE)
                .ifPresent(note -> writer.write(handle -> tickets.note(handle, number, note, name, clock.instant())));
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
