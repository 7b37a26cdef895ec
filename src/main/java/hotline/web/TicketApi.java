package hotline.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import hotline.order.OrderNumber;
import hotline.store.Database;
import hotline.store.Writer;
import hotline.ticket.Category;
import hotline.ticket.Ticket;
import hotline.ticket.TicketFilter;
import hotline.ticket.TicketNumber;
import hotline.ticket.TicketStatus;
import hotline.ticket.Tickets;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /tickets}: the cases that callers opened. */
final class TicketApi {
    private static final String STATUSES = "open, in-progress, waiting-for-evidence, resolved or closed";
    private static final TicketMoves.By BY = new TicketMoves.By("api", "shop");
    private static final int LONGEST_NOTE = 2000;

    /** {@code POST /tickets/{number}/status}; the caller is told unless {@code notify} is false. */
    record StatusBody(
            @Nullable String status,
            @Nullable String note,
            @JsonProperty("notify") @Nullable Boolean notifies) {}

    private final Database database;
    private final Writer writer;
    private final Tickets tickets;
    private final TicketMoves moves;

    TicketApi(WebParts parts) {
        this.database = parts.storage().database();
        this.writer = parts.storage().writer();
        this.tickets = parts.cases().tickets();
        this.moves = new TicketMoves(parts);
    }

    void register(RoutesConfig routes) {
        routes.addEndpoint(QueryParameters.get(
                ApiRoutes.ROOT + "/tickets",
                this::list,
                "order",
                "phone",
                "status",
                "category",
                "since",
                "limit",
                "after"));
        routes.get(ApiRoutes.ROOT + "/tickets/{number}", this::show, Access.PROGRAM);
        routes.post(ApiRoutes.ROOT + "/tickets/{number}/status", this::move, Access.PROGRAM);
    }

    private void list(Context ctx) {
        Query query = new Query(ctx);
        TicketFilter filter = new TicketFilter(
                query.read("order", "an order number", OrderNumber::find),
                query.phone("phone"),
                query.read("status", STATUSES, TicketStatus::find),
                query.read("category", "a topic of the flows, as missing-order", Category::find),
                query.instant("since"),
                query.number("limit", TicketFilter.DEFAULT_LIMIT, 1, TicketFilter.MOST),
                query.read("after", "a ticket number", TicketNumber::find));
        List<Ticket> page = database.read(handle -> tickets.list(handle, filter));
        if (page.size() == filter.limit()) {
            ctx.header("Link", query.next(page.get(page.size() - 1).number().value()));
        }
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        page.forEach(ticket -> all.add(TicketJson.write(ticket)));
        ctx.json(all);
    }

    private void show(Context ctx) {
        TicketNumber number = number(ctx);
        ctx.json(TicketJson.write(
                database.read(handle -> tickets.find(handle, number)).orElseThrow(() -> unknown(ctx))));
    }

    private void move(Context ctx) {
        TicketNumber number = number(ctx);
        StatusBody body = JsonBody.read(ctx, StatusBody.class);
        TicketStatus to = TicketStatus.find(JsonBody.required("status", body.status()))
                .orElseThrow(() -> ProblemException.badRequest("The field \"status\" must be " + STATUSES + "."));
        Optional<String> note = Optional.ofNullable(body.note())
                .filter(text -> !text.isBlank())
                .map(text -> JsonBody.text("note", text, LONGEST_NOTE));
        boolean notify = body.notifies() == null || body.notifies();
        TicketMoves.Done move = writer.write(handle -> moves.move(handle, number, to, note, BY, notify));
        switch (move.outcome()) {
            case MOVED, UNCHANGED ->
                ctx.json(TicketJson.write(move.ticket().orElseThrow()).put("notified", move.notified()));
            case NOT_ALLOWED ->
                throw ProblemException.conflict("A ticket that is "
                        + move.ticket()
                                .map(Ticket::status)
                                .map(TicketStatus::word)
                                .orElse("gone") + " cannot become "
                        + to.word() + ".");
            case NO_SUCH_TICKET -> throw unknown(ctx);
        }
    }

    private static TicketNumber number(Context ctx) {
        return TicketNumber.find(ctx.pathParam("number"))
                .orElseThrow(() -> ProblemException.notFound("\"" + ctx.pathParam("number")
                        + "\" is no ticket's number: those have nine digits, the last a check digit."));
    }

    private static ProblemException unknown(Context ctx) {
        return ProblemException.notFound("There is no ticket " + ctx.pathParam("number") + ".");
    }
}
