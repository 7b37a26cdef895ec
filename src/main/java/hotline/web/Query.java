package hotline.web;

import hotline.phone.PhoneNumber;
import hotline.phone.PhoneNumbers;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parameters in an address; a wrong one is refused by its name. */
final class Query {
    private final Context ctx;

    Query(Context ctx) {
        this.ctx = ctx;
    }

    /** A parameter that means something; {@code wanted} says what was wanted if it does not. */
    <T> Optional<T> read(String name, String wanted, Function<String, Optional<T>> reader) {
        Optional<String> text = Optional.ofNullable(ctx.queryParam(name)).filter(value -> !value.isBlank());
        Optional<T> value = text.flatMap(reader);
        if (text.isPresent() && value.isEmpty()) {
            throw ProblemException.badRequest("The parameter \"" + name + "\" must be " + wanted + ".");
        }
        return value;
    }

    /** A phone number; its plus sign may have become a space, as it does in an address where it is not escaped. */
    Optional<PhoneNumber> phone(String name) {
        return read(
                name,
                "a phone number, as %2B6281234567890",
                text -> PhoneNumbers.caller(text.strip())
                        .or(() -> PhoneNumbers.caller("+" + text.strip()))
                        .or(() -> PhoneNumbers.parse(text, "ID")));
    }

    /** A moment, or the beginning of a day in UTC. */
    Optional<Instant> instant(String name) {
        return read(name, "a time, as 2026-11-22T08:30:00Z, or a day", Query::instantOf);
    }

    private static Optional<Instant> instantOf(String text) {
        try {
            return Optional.of(
                    text.length() == 10
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : OffsetDateTime.parse(text.replace(' ', '+')).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    int number(String name, int standard, int least, int most) {
        return read(
                        name,
                        "a whole number from " + least + " to " + most,
                        text -> Optional.of(text)
                                .filter(digits -> digits.matches("[0-9]{1,6}"))
                                .map(Integer::valueOf)
                                .filter(number -> number >= least && number <= most))
                .orElse(standard);
    }

    /** The {@code Link} (RFC 8288) to the page that follows the one ending with {@code last}. */
    String next(String last) {
        String query = Stream.concat(
                        ctx.queryParamMap().entrySet().stream()
                                .filter(parameter -> !parameter.getKey().equals("after"))
                                .map(parameter -> parameter.getKey() + "="
                                        + encode(parameter.getValue().get(0))),
                        Stream.of("after=" + last))
                .collect(Collectors.joining("&"));
        return "<" + ctx.path() + "?" + query + ">; rel=\"next\"";
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
