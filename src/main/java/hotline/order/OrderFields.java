package hotline.order;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.phone.PhoneNumber;
import hotline.phone.PhoneNumbers;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the fields of one JSON object one by one; a bad one is left out and told, and the others are still read. */
final class OrderFields {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final JsonNode object;
    private final String path;
    private final List<String> problems;

    OrderFields(JsonNode object) {
        this(object, "", new ArrayList<>());
    }

    private OrderFields(JsonNode object, String path, List<String> problems) {
        this.object = object;
        this.path = path;
        this.problems = problems;
    }

    /** The fields of an object inside this one; its problems are told with this one's. */
    OrderFields inside(JsonNode node, String name) {
        return new OrderFields(node, path + name + ".", problems);
    }

    List<String> problems() {
        return problems;
    }

    /** The field, unless it is absent or null. */
    Optional<JsonNode> node(String field) {
        return Optional.ofNullable(object.get(field)).filter(node -> !node.isNull());
    }

    /** A text of at most this many characters, control characters taken out. */
    Optional<String> text(String field, int most) {
        return read(field, "a text of at most " + most + " characters", text -> {
                    String clean = CONTROL.matcher(text).replaceAll(" ").strip();
                    return clean.length() <= most ? Optional.of(clean) : Optional.empty();
                })
                .filter(text -> !text.isEmpty());
    }

    Optional<PhoneNumber> phone(String field, String region) {
        return read(
                field,
                "a phone number, as +6281234567890",
                text -> PhoneNumbers.parse(text, region).or(() -> PhoneNumbers.caller(text)));
    }

    /** A moment with its offset from UTC, or a day, which stands for its beginning. */
    Optional<Instant> instant(String field, ZoneId zone) {
        return read(field, "a time, as 2026-11-22T09:30:00+07:00", text -> {
            boolean day = DATE.matcher(text).matches();
            return Optional.of(
                    day
                            ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                            : OffsetDateTime.parse(text).toInstant());
        });
    }

    Optional<LocalDate> date(String field) {
        return read(field, "a day, as 2026-11-25", text -> Optional.of(LocalDate.parse(text)));
    }

    /** A text that means something; {@code wanted} says what was wanted if it does not. */
    <T> Optional<T> read(String field, String wanted, Function<String, Optional<T>> reader) {
        Optional<JsonNode> node = node(field);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> value = node.filter(JsonNode::isTextual).flatMap(text -> tryRead(text.textValue(), reader));
        if (value.isEmpty()) {
            problem(field, "must be " + wanted);
        }
        return value;
    }

    void problem(String field, String what) {
        problems.add(path + field + " " + what);
    }

    /** Notes a missing field, unless it was there and bad, which is told already. */
    void require(String field) {
        if (node(field).isEmpty()) {
            problem(field, "is missing");
        }
    }

    private static <T> Optional<T> tryRead(String text, Function<String, Optional<T>> reader) {
        try {
            return reader.apply(text);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
