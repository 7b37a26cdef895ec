package hotline.order;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.phone.PhoneNumber;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The order directory in the shop's own system, over the API that {@code docs/shop-orders-api.yaml} describes. Whatever the shop does
 * (nothing, nonsense, too much), the answer is there in time: orders, none, or {@link OrdersUnavailableException}. After
 * several failures in a row the shop is left alone for a while, so that callers are not kept waiting for nothing.
 */
public final class ShopOrders implements OrderDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(ShopOrders.class);
    private static final int MOST_BY_KEYS = 10;
    private static final Comparator<Order> NEWEST_FIRST =
            Comparator.comparing(Order::placedAt).reversed();

    /**
     * How the shop is asked.
     *
     * @param url where its API begins
     * @param token sent as a bearer token, if there is one
     * @param timeout for a whole look-up, both requests of {@link #match} included
     * @param mostBytes a longer answer counts as no answer
     * @param failuresInRow after so many the shop is left alone
     * @param pause for so long; then one look-up tries whether it is back
     */
    public record Settings(
            URI url, Optional<String> token, Duration timeout, int mostBytes, int failuresInRow, Duration pause) {
        /** The defaults: 2 s, 1 MB, five failures in a row, half a minute. */
        public static Settings of(URI url, Optional<String> token) {
            return new Settings(url, token, Duration.ofSeconds(2), 1_000_000, 5, Duration.ofSeconds(30));
        }

        /** Without the token, and without what else the URL may hold. */
        @Override
        public String toString() {
            return "shop orders at " + url.getHost();
        }
    }

    private final Settings settings;
    private final OrderJson json;
    private final ShopApi api;

    public ShopOrders(Settings settings, OrderJson json) {
        this.settings = settings;
        this.json = json;
        this.api = new ShopApi(settings);
    }

    @Override
    public Optional<Order> find(OrderNumber number) {
        JsonNode answer = api.get(List.of("/orders/" + encoded(number.value()))).get(0);
        return answer.isMissingNode()
                ? Optional.empty()
                : read(answer).filter(order -> order.number().equals(number));
    }

    @Override
    public List<Order> listByKeys(String keys) {
        return typedWith(keys, api.get(List.of(byKeys(keys))).get(0));
    }

    @Override
    public List<Order> listNewest(PhoneNumber phone, int limit) {
        return newestOf(phone, limit, api.get(List.of(newest(phone, limit))).get(0));
    }

    @Override
    public Matches match(String keys, Optional<PhoneNumber> caller) {
        if (caller.isEmpty()) {
            return new Matches(listByKeys(keys), List.of());
        }
        PhoneNumber phone = caller.get();
        List<JsonNode> answers = api.get(List.of(byKeys(keys), newest(phone, OWN_ORDERS_COMPARED)));
        return new Matches(typedWith(keys, answers.get(0)), newestOf(phone, OWN_ORDERS_COMPARED, answers.get(1)));
    }

    private static String byKeys(String keys) {
        return "/orders?keys=" + encoded(keys);
    }

    private static String newest(PhoneNumber phone, int limit) {
        return "/orders?phone=" + encoded(phone.e164()) + "&limit=" + limit;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    // What the shop sends is held against what was asked: an order is told to nobody because a shop ignored the query.
    private List<Order> typedWith(String keys, JsonNode answer) {
        return list(answer, MOST_BY_KEYS, order -> order.number().keys().equals(keys));
    }

    private List<Order> newestOf(PhoneNumber phone, int limit, JsonNode answer) {
        return list(answer, limit, order -> order.phone().filter(phone::equals).isPresent());
    }

    private List<Order> list(JsonNode answer, int limit, Predicate<Order> asked) {
        if (!answer.isArray()) {
            throw new OrdersUnavailableException(
                    settings + ": GET /orders must answer 200 with a list; see docs/shop-orders-api.yaml", null);
        }
        Stream<JsonNode> nodes = StreamSupport.stream(answer.spliterator(), false);
        return nodes.flatMap(node -> read(node).stream())
                .filter(asked)
                .sorted(NEWEST_FIRST)
                .limit(limit)
                .toList();
    }

    private Optional<Order> read(JsonNode node) {
        OrderJson.Reading reading = json.read(node);
        if (!reading.problems().isEmpty()) {
            LOG.warn("{}: an order has bad fields: {}", settings, String.join("; ", reading.problems()));
        }
        return reading.order();
    }
}
