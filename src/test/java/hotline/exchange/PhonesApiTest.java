package hotline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class PhonesApiTest extends ExchangeTest {
    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<String> act(String deed, String json, String type) throws IOException, InterruptedException {
        URI url = exchange.address().resolve("/phones/%2B6281234567890/" + deed);
        return client.send(
                HttpRequest.newBuilder(url)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    private String get(String path) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(exchange.address().resolve(path)).build(), BodyHandlers.ofString())
                .body();
    }

    @Test
    void a_phone_is_driven_over_http() throws IOException, InterruptedException {
        hotline.on("/voice", "<Gather numDigits=\"1\" action=\"/menu\"><Say>Press 1.</Say></Gather>")
                .on("/menu", "<Hangup/>");
        assertThat(act("dial", "{\"to\":\"" + HOTLINE + "\"}", "application/json")
                        .body())
                .contains("\"state\":\"talking\"", "\"awaited\":true", "\"text\":\"Press 1.\"");
        assertThat(act("press", "{\"keys\":\"1\"}", "application/json").body())
                .contains("\"state\":\"idle\"", "\"lastOutcome\":\"completed\"");
        assertThat(get("/network")).contains("\"numbers\":[\"" + HOTLINE + "\"]", "\"complaints\":[]");
    }

    @Test
    void what_a_phone_cannot_do_is_refused() throws IOException, InterruptedException {
        assertThat(act("dance", "{}", "application/json").statusCode()).isEqualTo(400);
        assertThat(act("press", "{\"keys\":\"x\"}", "application/json").statusCode())
                .isEqualTo(400);
        assertThat(act("dial", "{}", "application/json").body()).contains("is missing");
    }

    @Test
    void a_page_of_somewhere_else_cannot_use_the_phones() throws IOException, InterruptedException {
        assertThat(act("dial", "{\"to\":\"" + HOTLINE + "\"}", "text/plain").statusCode())
                .isEqualTo(403);
        assertThat(caller.isIdle()).isTrue();
    }

    @Test
    void the_pages_are_there() throws IOException, InterruptedException {
        assertThat(get("/")).contains("<title>Phones · Hotline</title>");
        assertThat(get("/phone?number=%2B628")).contains("/pages/phones.js");
        assertThat(get("/pages/phone.js")).contains("class Phone");
    }
}
