package hotline.exchange;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what {@code <Play>} names, to see that it is there and is audio, and to know how long it plays.
 * https://www.twilio.com/docs/voice/twiml/play, "Supported audio file types".
 */
final class Audio {
    private static final Duration LIMIT = Duration.ofSeconds(15);

    /** A length for what cannot be fetched or measured: some seconds, so that a loop around it does not spin. */
    private static final Duration UNKNOWN = Duration.ofSeconds(5);

    /** Bytes a second of an MP3 at 64 kbit/s, a usual rate for speech. */
    private static final int MP3_RATE = 8000;

    private static final int WAV_HEADER = 44;
    private static final int WAV_RATE_AT = 28;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<URI, Duration> known = new ConcurrentHashMap<>();
    private final Timeline timeline;
    private final Complaints complaints;

    Audio(Timeline timeline, Complaints complaints) {
        this.timeline = timeline;
        this.complaints = complaints;
    }

    /** Brings the length of an audio file; called inside, answers inside. */
    void length(URI url, String callSid, Consumer<Duration> then) {
        Duration length = known.get(url);
        if (length != null) {
            then.accept(length);
            return;
        }
        timeline.departed();
        HttpRequest request = HttpRequest.newBuilder(url).timeout(LIMIT).build();
        var unused = client.sendAsync(request, BodyHandlers.ofByteArray()).handle((response, failure) -> {
            timeline.returned(() -> then.accept(measure(url, callSid, response, failure)));
            return url;
        });
    }

    private Duration measure(
            URI url, String callSid, @Nullable HttpResponse<byte[]> response, @Nullable Throwable failure) {
        if (response == null) {
            complaints.add(11200, "<Play>: the audio file cannot be fetched: " + failure, callSid, url);
            return UNKNOWN;
        }
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (response.statusCode() != 200 || !type.startsWith("audio/")) {
            String seen = "HTTP status " + response.statusCode() + ", content type \"" + type + "\"";
            complaints.add(12300, "<Play>: not an audio file: " + seen, callSid, url);
            return UNKNOWN;
        }
        Duration length = wavLength(response.body())
                .orElseGet(() -> Duration.ofMillis(Math.max(250, response.body().length * 1000L / MP3_RATE)));
        known.put(url, length);
        return length;
    }

    /** From the header of a plain WAV file: bytes a second stand at 28, the samples begin at 44. */
    static Optional<Duration> wavLength(byte[] file) {
        if (file.length < WAV_HEADER || !new String(file, 0, 4, StandardCharsets.US_ASCII).equals("RIFF")) {
            return Optional.empty();
        }
        int rate = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(WAV_RATE_AT);
        return rate <= 0 ? Optional.empty() : Optional.of(Duration.ofMillis((file.length - WAV_HEADER) * 1000L / rate));
    }
}
