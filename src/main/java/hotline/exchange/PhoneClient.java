package hotline.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One phone of an exchange that runs in another process, over {@link PhonesApi}. */
final class PhoneClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Longest that a deed may take, that whoever stops the program is not held up by a demo that hangs. */
    private static final Duration LONGEST_DEED = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final URI exchange;
    private final String number;

    /** The exchange has gone away. */
    static final class GoneException extends IOException {
        private static final long serialVersionUID = 1;

        GoneException() {}

        GoneException(Throwable cause) {
            super(cause);
        }
    }

    /**
     * Something that the phone shows.
     *
     * @param name as in the stream of events; {@code typed} for what its owner typed, {@code gone} when the exchange has gone
     *     away and nothing more will come
     */
    record Event(String name, JsonNode data) {
        static Event gone() {
            return new Event("gone", JSON.createObjectNode());
        }

        static Event typed(String keys) {
            return new Event("typed", JSON.createObjectNode().put("keys", keys));
        }
    }

    PhoneClient(URI exchange, String number) {
        this.exchange = exchange;
        this.number = number;
    }

    String number() {
        return number;
    }

    /**
     * The hotline's numbers and the complaints so far.
     *
     * @throws GoneException as of every method here, where the exchange does not answer
     */
    JsonNode network() throws IOException {
        return send(HttpRequest.newBuilder(exchange.resolve("/network")).build());
    }

    /** Lets the phone do something, with parameters as name, value, name, value … */
    void act(String deed, String... parameters) throws IOException {
        ObjectNode body = JSON.createObjectNode();
        for (int i = 0; i < parameters.length; i += 2) {
            body.put(parameters[i], parameters[i + 1]);
        }
        var unused = send(HttpRequest.newBuilder(phone("/" + deed))
                .timeout(LONGEST_DEED)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    /**
     * Follows what the phone shows, from now on.
     *
     * @return stops it
     */
    Runnable listen(Consumer<Event> listener) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(phone("/events"))
                .header("Accept", "text/event-stream")
                .build();
        try {
            HttpResponse<Stream<String>> response = client.send(request, BodyHandlers.ofLines());
            Stream<String> lines = response.body();
            Thread reader = new Thread(() -> read(lines, listener), "phone-events");
            reader.setDaemon(true);
            reader.start();
            return lines::close;
        } catch (IOException unreachable) {
            throw new GoneException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }

    private static void read(Stream<String> lines, Consumer<Event> listener) {
        String[] name = {""};
        try {
            lines.forEach(line -> {
                if (line.startsWith("event:")) {
                    name[0] = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    listener.accept(new Event(name[0], parse(line.substring(5))));
                }
            });
        } catch (UncheckedIOException closed) {
            // By this side when the call is over, and nobody listens any more; or by the other.
            name[0] = "";
        }
        listener.accept(Event.gone());
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private URI phone(String deed) {
        return exchange.resolve("/phones/" + URLEncoder.encode(number, StandardCharsets.UTF_8) + deed);
    }

    private JsonNode send(HttpRequest request) throws IOException {
        String refusal;
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() == 200) {
                return JSON.readTree(response.body());
            }
            refusal = response.body();
        } catch (IOException unreachable) {
            throw new GoneException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
        throw new IOException(refusal);
    }
}
