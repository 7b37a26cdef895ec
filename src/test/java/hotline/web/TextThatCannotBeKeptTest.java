package hotline.web;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.TestClock;
import hotline.agent.Role;
import hotline.store.TestDatabase;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On PostgreSQL, which refuses a NUL in any text. */
class TextThatCannotBeKeptTest {
    private final TestSite site =
            new TestSite(TestClock.pinned(TestSite.NOON), TestDatabase.postgresUrl()).withAgent("sari", Role.ADMIN);
    private final Browser browser = new Browser(site);

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void a_nul_in_a_form_is_refused_before_anybody_has_signed_in() {
        assertThat(browser.signIn("sa\0ri", TestSite.PASSWORD).statusCode()).isEqualTo(400);
    }

    @Test
    void a_nul_in_an_address_is_refused() {
        browser.signIn("sari", TestSite.PASSWORD);
        assertThat(browser.get("/tickets?q=a%00b").statusCode()).isEqualTo(400);
        assertThat(browser.get("/settings/agents/a%00b").statusCode()).isEqualTo(400);
    }

    @Test
    void a_nul_in_what_a_program_sends_is_refused_in_words() throws IOException, InterruptedException {
        HttpResponse<String> answer = sends("De\\u0000wi");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("U+0000");
        assertThat(sends("De\\\\u0000wi").statusCode()).as("a backslash").isEqualTo(201);
    }

    private HttpResponse<String> sends(String name) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(site.url("/api/v1/agents/dewi"))
                                .header("Authorization", "Bearer " + TestSite.TOKEN)
                                .header("Content-Type", "application/json")
                                .PUT(HttpRequest.BodyPublishers.ofString("{\"name\":\"" + name
                                        + "\",\"phone\":\"+6281234500009\",\"languages\":[\"id\"],"
                                        + "\"skills\":[\"other\"],\"role\":\"agent\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
