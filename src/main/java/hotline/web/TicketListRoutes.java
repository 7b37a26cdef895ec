package hotline.web;

import hotline.order.OrderNumber;
import hotline.phone.PhoneNumber;
import hotline.phone.PhoneNumbers;
import hotline.queue.Acd;
import hotline.store.Database;
import hotline.ticket.Category;
import hotline.ticket.Ticket;
import hotline.ticket.TicketFilter;
import hotline.ticket.TicketNumber;
import hotline.ticket.TicketStatus;
import hotline.ticket.Tickets;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tickets, searched by number, order or phone. What is searched for is sent as a form, so that no phone number gets into an
 * address or a log.
 */
final class TicketListRoutes {
    private static final int LONGEST_SEARCH = 60;
    private static final int LINES = 25;
    private static final List<Frame.Key> KEYS = List.of(
            new Frame.Key("/", "search"),
            new Frame.Key("j", "next-row"),
            new Frame.Key("k", "row-before"),
            new Frame.Key("o", "open-row"));

    private final Database database;
    private final Clock clock;
    private final Tickets tickets;
    private final Acd acd;
    private final PageKit kit;

    TicketListRoutes(WebParts parts, PageKit kit) {
        this.database = parts.storage().database();
        this.clock = parts.storage().clock();
        this.tickets = parts.cases().tickets();
        this.acd = parts.line().acd();
        this.kit = kit;
    }

    void register(RoutesConfig routes) {
        routes.get(
                TicketRoutes.PAGE, ctx -> list(ctx, new Search("", Optional.empty(), Optional.empty())), Access.AGENT);
        routes.post(TicketRoutes.PAGE, this::search, Access.AGENT);
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
            ctx.redirect(TicketRoutes.PAGE + "/" + number.get(), HttpStatus.SEE_OTHER);
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
                found.stream().map(TicketsView.Line::of).toList(),
                after);
        Frame frame = visitor.frame(visitor.texts().get("nav.tickets"), TicketRoutes.PAGE, true)
                .withKeys(KEYS);
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
}
