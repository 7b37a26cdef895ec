package hotline.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PhonesFeedTest extends ExchangeTest {
    private static final int LONGEST_WAIT_SECONDS = 10;

    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    /** Keeps whole messages. */
    private final class Listener implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            message.append(text);
            if (last) {
                told.add(message.toString());
                message.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }

    private CompletableFuture<WebSocket> follow(String origin) {
        URI feed = URI.create(exchange.address().toString().replace("http:", "ws:")
                + "/network/events?number=%2B6281234567890&number=%2B6281300000001");
        return client.newWebSocketBuilder().header("Origin", origin).buildAsync(feed, new Listener());
    }

    private String next() throws InterruptedException {
        return String.valueOf(told.poll(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS));
    }

    private String next(String event) throws InterruptedException {
        String message = next();
        while (!message.startsWith("{\"event\":\"" + event + "\"")) {
            assertThat(message).as("waiting for " + event).startsWith("{");
            message = next();
        }
        return message;
    }

    @Test
    void one_socket_tells_of_all_phones_of_a_page_and_of_the_network() throws InterruptedException {
        hotline.on("/voice", "<Say>Welcome.</Say><Hangup/>");
        caller.dial(HOTLINE);
        follow(exchange.address().toString()).join();
        assertThat(next())
                .as("what went on before")
                .startsWith("{\"event\":\"network\"")
                .contains("dials " + HOTLINE, "\"complaints\":[]");
        assertThat(next("snapshot") + next("snapshot"))
                .contains("\"number\":\"" + CALLER + "\"", "\"number\":\"" + AGENT + "\"", "Welcome.");

        seconds(5);
        assertThat(next("full")).contains("\"number\":\"" + CALLER + "\"");
        assertThat(next("line")).contains("call ended: completed");
        agent.text(HOTLINE, "Hello?");
        assertThat(next("message")).contains("\"number\":\"" + AGENT + "\"", "Hello?");
    }

    @Test
    void a_page_of_somewhere_else_is_told_nothing() {
        assertThatThrownBy(() -> follow("http://shop.example").join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
        assertThat(told).isEmpty();
    }
}
