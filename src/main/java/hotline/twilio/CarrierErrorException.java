package hotline.twilio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The carrier's REST API answered with an error. Its message is left out, since it repeats phone numbers. */
final class CarrierErrorException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(999_999);

    private final int status;
    private final int code;
    private final Duration retryAfter;

    private CarrierErrorException(int status, int code, Duration retryAfter) {
        super("HTTP " + status + (code == 0 ? "" : ", error " + code));
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /** @param now our time, to count from where the reply does not say when it was made */
    static CarrierErrorException of(HttpResponse<String> response, Instant now) {
        Duration retryAfter = response.headers()
                .firstValue("Retry-After")
                .flatMap(when -> wait(when, HttpDates.made(response).orElse(now)))
                .orElse(Duration.ZERO);
        return new CarrierErrorException(response.statusCode(), code(response.body()), retryAfter);
    }

    /** A number of seconds, or a time by the carrier's clock (RFC 9110, 10.2.3). What is past belief is left out. */
    private static Optional<Duration> wait(String when, Instant made) {
        Optional<Duration> wait = when.matches("[0-9]{1,6}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(when)))
                : HttpDates.parse(when).map(until -> Duration.between(made, until));
        return wait.filter(length -> !length.isNegative() && length.compareTo(LONGEST_WAIT) <= 0);
    }

    private static int code(String body) {
        try {
            JsonNode code = JSON.readTree(body).path("code");
            return code.asInt(0);
        } catch (JsonProcessingException e) {
            return 0;
        }
    }

    /** The HTTP status, 300 or more. */
    int status() {
        return status;
    }

    /** Twilio's number for the error (Twilio, "Error and warning dictionary"); 0 if it gave none. */
    int code() {
        return code;
    }

    /** How long the carrier asks us to wait (RFC 9110, {@code Retry-After}); zero if it did not say. */
    Duration retryAfter() {
        return retryAfter;
    }
}
