package hotline.phone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Numbers and what the numbering plans say of them, from {@code phone/numbers.json}. */
final class NumberFacts {
    private static final JsonNode ROOT = read();

    private NumberFacts() {}

    static Stream<JsonNode> numbers() {
        return list("numbers");
    }

    static Stream<JsonNode> shortNumbers() {
        return list("short_numbers_ID");
    }

    static Stream<JsonNode> costly() {
        return Stream.concat(list("premium_rate_examples"), list("shared_cost_examples"));
    }

    static Stream<JsonNode> ofNoCountry() {
        return list("non_geographic");
    }

    static Stream<String> pseudoCallers() {
        Iterable<String> names = () -> ROOT.get("withheld_or_pseudo_callers").fieldNames();
        return StreamSupport.stream(names.spliterator(), false);
    }

    private static Stream<JsonNode> list(String name) {
        return StreamSupport.stream(ROOT.get(name).spliterator(), false);
    }

    private static JsonNode read() {
        URL file = Objects.requireNonNull(NumberFacts.class.getResource("/phone/numbers.json"));
        try {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
