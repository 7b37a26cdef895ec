package hotline.twilio;

import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Times in the headers of a reply, in the one format that is still written (RFC 9110, 5.6.7, "IMF-fixdate"). */
final class HttpDates {
    private HttpDates() {}

    /** When the reply was made, by the clock of whoever made it, in whole seconds; empty if it does not say. */
    static Optional<Instant> made(HttpResponse<?> response) {
        return response.headers().firstValue("Date").flatMap(HttpDates::parse);
    }

    /** The time written so, as {@code Fri, 31 Dec 1999 23:59:59 GMT}; empty for anything else. */
    static Optional<Instant> parse(String date) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.strip(), Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
