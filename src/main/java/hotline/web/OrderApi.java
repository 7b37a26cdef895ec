package hotline.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hotline.order.Order;
import hotline.order.OrderJson;
import hotline.order.OrderNumber;
import hotline.order.OwnOrders;
import hotline.store.Writer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@code /orders}: the order directory in the own database. */
final class OrderApi {
    private static final Set<String> FIELDS = new TreeSet<>(Set.of(
            "number",
            "phone",
            "status",
            "placedAt",
            "carrier",
            "trackingNumber",
            "promisedOn",
            "deliveredAt",
            "total",
            "items",
            "seller"));
    private static final Set<String> SELLER_FIELDS = new TreeSet<>(Set.of("name", "phone", "email"));
    private static final Set<String> TOTAL_FIELDS = new TreeSet<>(Set.of("amount", "currency"));
    private static final Set<String> ITEM_FIELDS = new TreeSet<>(Set.of("name", "quantity"));

    private final Writer writer;
    private final Optional<OwnOrders> orders;
    private final OrderJson json;

    OrderApi(WebParts parts) {
        this.writer = parts.storage().writer();
        this.orders = parts.cases().ownOrders();
        this.json = parts.cases().orderJson();
    }

    void register(RoutesConfig routes) {
        routes.put(ApiRoutes.ROOT + "/orders/{number}", this::put, Access.PROGRAM);
    }

    private void put(Context ctx) {
        OwnOrders own = orders.orElseThrow(() -> ProblemException.conflict(
                "Orders are looked up in the shop's own system (HOTLINE_ORDERS_URL), so none are kept here."));
        OrderNumber number = OrderNumber.find(ctx.pathParam("number"))
                .orElseThrow(() -> ProblemException.badRequest(
                        "\"" + ctx.pathParam("number") + "\" is no order number: 1 to 40 letters and digits."));
        Order order = read(number, JsonBody.read(ctx, ObjectNode.class));
        writer.write(handle -> {
            own.put(handle, order);
            return order;
        });
        ctx.json(json.write(order));
    }

    private Order read(OrderNumber number, ObjectNode body) {
        refuseUnknown(body, "", FIELDS);
        refuseUnknown(body.path("seller"), "seller.", SELLER_FIELDS);
        refuseUnknown(body.path("total"), "total.", TOTAL_FIELDS);
        body.path("items").forEach(item -> refuseUnknown(item, "items.", ITEM_FIELDS));
        if (body.hasNonNull("number")
                && !OrderNumber.find(body.get("number").asText()).equals(Optional.of(number))) {
            throw ProblemException.badRequest("The field \"number\" is not the number in the address.");
        }
        OrderJson.Reading reading = json.read(number, body);
        if (!reading.problems().isEmpty() || reading.order().isEmpty()) {
            throw ProblemException.badRequest("The order was not kept: " + String.join("; ", reading.problems()) + ".");
        }
        return reading.order().get();
    }

    private static void refuseUnknown(JsonNode object, String path, Set<String> known) {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw ProblemException.badRequest("There is no field \"" + path + name + "\" here; the fields are "
                        + String.join(", ", known) + ".");
            }
        });
    }
}
