package hotline.exchange;

import hotline.exchange.rest.RestException;
import hotline.exchange.rest.RestRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Filters such as {@code StartTime}, {@code StartTime<} and {@code StartTime>}: a day, or an instant in ISO 8601, in UTC. */
final class DateFilter {
    private final RestRequest request;
    private final String name;

    DateFilter(RestRequest request, String name) {
        this.request = request;
        this.name = name;
    }

    /** Without any of the three parameters all pass; with one, what has no date does not. */
    boolean passes(@Nullable Instant at) {
        String on = request.text(name, "");
        String before = request.text(name + "<", "");
        String after = request.text(name + ">", "");
        if (on.isEmpty() && before.isEmpty() && after.isEmpty()) {
            return true;
        }
        if (at == null) {
            return false;
        }
        return (on.isEmpty()
                        || (!at.isBefore(begin(on)) && at.isBefore(begin(on).plus(Duration.ofDays(1)))))
                && (before.isEmpty() || !at.isAfter(end(before)))
                && (after.isEmpty() || !at.isBefore(begin(after)));
    }

    private Instant begin(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException malformed) {
            throw RestException.mistake(400, 20422, "Invalid date \"" + text + "\" of " + name);
        }
    }

    private Instant end(String text) {
        return text.length() == 10 ? begin(text).plus(Duration.ofDays(1)) : begin(text);
    }
}
