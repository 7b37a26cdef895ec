package hotline.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hotline.phone.PhoneNumber;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Orders as JSON, the same in the hotline's API and in the shop's: {@code {number, phone, status, placedAt, carrier?, trackingNumber?,
 * promisedOn?, deliveredAt?, total?: {amount, currency}, items: […], seller?: {name, phone, email}}}. An item is a name or
 * {@code {name, quantity}}.
 */
public final class OrderJson {
    private static final int MOST_ITEMS = 100;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ZoneId zone;
    private final String region;

    /**
     * What could be read.
     *
     * @param order empty if the number, the status or the time is missing or bad; without a phone number it belongs to nobody
     * @param problems a sentence for every field that was bad or missing, as {@code promisedOn must be a day, as 2026-11-25}
     */
    public record Reading(Optional<Order> order, List<String> problems) {
        public Reading {
            problems = List.copyOf(problems);
        }
    }

    /**
     * @param zone where the shop's days begin
     * @param region where its national phone numbers belong, as {@code ID}
     */
    public OrderJson(ZoneId zone, String region) {
        this.zone = zone;
        this.region = region;
    }

    /** Reads an order whose number is known from elsewhere. */
    public Reading read(OrderNumber number, JsonNode node) {
        return read(Optional.of(number), new OrderFields(node));
    }

    /** Reads an order that says its own number. */
    public Reading read(JsonNode node) {
        OrderFields fields = new OrderFields(node);
        Optional<OrderNumber> number =
                fields.read("number", "an order number of 1 to 40 letters and digits", OrderNumber::find);
        fields.require("number");
        return read(number, fields);
    }

    private Reading read(Optional<OrderNumber> number, OrderFields fields) {
        List.of("phone", "status", "placedAt").forEach(fields::require);
        Optional<OrderStatus> status =
                fields.read("status", "unpaid, packed, shipped, delivered, returned or cancelled", OrderStatus::find);
        Optional<Instant> placedAt = fields.instant("placedAt", zone);
        Order.Shipment shipment = new Order.Shipment(fields.text("carrier", 80), fields.text("trackingNumber", 80));
        Optional<PhoneNumber> phone = fields.phone("phone", region);
        var promisedOn = fields.date("promisedOn");
        var deliveredAt = fields.instant("deliveredAt", zone);
        Optional<Money> total = total(fields);
        List<Order.Item> items = items(fields);
        Optional<Seller> seller = seller(fields);
        Optional<Order> order = number.flatMap(n -> status.flatMap(s -> placedAt.map(
                at -> new Order(n, phone, s, at, shipment, promisedOn, deliveredAt, total, items, seller))));
        return new Reading(order, fields.problems());
    }

    private Optional<Seller> seller(OrderFields fields) {
        return fields.node("seller").flatMap(node -> {
            OrderFields inside = fields.inside(node, "seller");
            inside.require("name");
            Optional<PhoneNumber> phone = inside.phone("phone", region);
            Optional<String> email = inside.text("email", 254);
            return inside.text("name", 120).map(name -> new Seller(name, phone, email));
        });
    }

    private static Optional<Money> total(OrderFields fields) {
        Optional<JsonNode> node = fields.node("total");
        Optional<Money> total = node.flatMap(sum ->
                Money.find(sum.path("amount").asText(), sum.path("currency").asText()));
        if (node.isPresent() && total.isEmpty()) {
            fields.problem(
                    "total", "must be an amount and its currency, as {\"amount\": 189000, \"currency\": \"IDR\"}");
        }
        return total;
    }

    private static List<Order.Item> items(OrderFields fields) {
        Optional<JsonNode> items = fields.node("items");
        if (items.filter(node -> !node.isArray() || node.size() > MOST_ITEMS).isPresent()) {
            fields.problem("items", "must be a list of at most " + MOST_ITEMS);
            return List.of();
        }
        return items.stream()
                .flatMap(node -> StreamSupport.stream(node.spliterator(), false))
                .flatMap(node -> item(fields, node).stream())
                .toList();
    }

    private static Optional<Order.Item> item(OrderFields fields, JsonNode node) {
        boolean named = node.isObject();
        JsonNode object = named ? node : JsonNodeFactory.instance.objectNode().set("name", node);
        OrderFields inside = fields.inside(object, "items");
        inside.require("name");
        JsonNode quantity = object.path("quantity");
        boolean counted = quantity.canConvertToInt() && quantity.intValue() > 0;
        if (!counted && !quantity.isMissingNode()) {
            inside.problem("quantity", "must be a whole number above zero");
        }
        return inside.text("name", 200).map(name -> new Order.Item(name, counted ? quantity.intValue() : 1));
    }

    /** The order as JSON, as it would be read again. */
    public ObjectNode write(Order order) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("number", order.number().value());
        order.phone().ifPresent(phone -> node.put("phone", phone.e164()));
        node.put("status", order.status().word());
        node.put("placedAt", order.placedAt().toString());
        order.shipment().carrier().ifPresent(carrier -> node.put("carrier", carrier));
        order.shipment().trackingNumber().ifPresent(tracking -> node.put("trackingNumber", tracking));
        order.promisedOn().ifPresent(day -> node.put("promisedOn", day.toString()));
        order.deliveredAt().ifPresent(at -> node.put("deliveredAt", at.toString()));
        order.total()
                .ifPresent(total -> node.putObject("total")
                        .put("amount", total.amount())
                        .put("currency", total.currency().getCurrencyCode()));
        node.set("items", writeItems(order.items()));
        order.seller().ifPresent(seller -> {
            ObjectNode inside = node.putObject("seller").put("name", seller.name());
            seller.phone().ifPresent(phone -> inside.put("phone", phone.e164()));
            seller.email().ifPresent(email -> inside.put("email", email));
        });
        return node;
    }

    ArrayNode writeItems(List<Order.Item> items) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.forEach(item -> array.addObject().put("name", item.name()).put("quantity", item.quantity()));
        return array;
    }

    /** Reads what {@link #writeItems} wrote. */
    List<Order.Item> readItems(String text) {
        try {
            JsonNode object = MAPPER.createObjectNode().set("items", MAPPER.readTree(text));
            return items(new OrderFields(object));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("table orders has items that are not JSON", e);
        }
    }
}
