package hotline.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hotline.exchange.rest.RestRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The shapes that all of Twilio's resources share. https://www.twilio.com/docs/usage/twilios-response. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** "PageSize", default. */
    private static final int PAGE_SIZE = 50;

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** A date, or null: a field is never left out. */
    static void date(ObjectNode node, String field, Optional<Instant> at) {
        node.put(field, at.map(Urls::date).orElse(null));
    }

    /** One page of a list, with its neighbors' addresses. */
    static <T> ObjectNode page(
            Network network, RestRequest request, String field, List<T> all, Function<T, ObjectNode> resource) {
        int size = request.number("PageSize", PAGE_SIZE);
        int page = request.number("Page", 0);
        int from = (int) Math.min(all.size(), (long) page * size);
        int to = Math.min(all.size(), from + size);
        String base = "/2010-04-01/Accounts/" + network.settings.accountSid() + request.path() + "?PageSize=" + size;
        ObjectNode node = object();
        ArrayNode items = node.putArray(field);
        all.subList(from, to).forEach(item -> items.add(resource.apply(item)));
        node.put("first_page_uri", base + "&Page=0");
        node.put("uri", base + "&Page=" + page);
        node.put("next_page_uri", to < all.size() ? base + "&Page=" + (page + 1) + "&PageToken=PT" + to : null);
        node.put("previous_page_uri", page > 0 ? base + "&Page=" + (page - 1) + "&PageToken=PT" + from : null);
        node.put("page", page);
        node.put("page_size", size);
        node.put("start", from);
        node.put("end", Math.max(0, to - 1));
        return node;
    }
}
