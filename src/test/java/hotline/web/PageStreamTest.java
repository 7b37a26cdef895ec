package hotline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.agent.Role;
import hotline.store.TestDatabase;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PageStreamTest {
    private final TestSite site = new TestSite().withAgent("ani", Role.AGENT);
    private final Browser browser = new Browser(site);

    /** A stream that is read to its end. */
    private final class OpenPage {
        final List<String> lines = new CopyOnWriteArrayList<>();
        volatile boolean ended;

        OpenPage() {
            this(site, browser);
        }

        OpenPage(TestSite site, Browser browser) {
            HttpRequest request = HttpRequest.newBuilder(site.url("/desk/events"))
                    .header("Accept", "text/event-stream")
                    .header("Cookie", "hotline-session=" + browser.cookie("hotline-session"))
                    .build();
            Thread reader = new Thread(() -> read(request), "reader");
            reader.setDaemon(true);
            reader.start();
        }

        private void read(HttpRequest request) {
            try (Stream<String> body = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofLines())
                    .body()) {
                body.forEach(lines::add);
            } catch (IOException | InterruptedException | RuntimeException e) {
                lines.add(e.toString());
            }
            ended = true;
        }

        boolean shows(String text) {
            return lines.stream().anyMatch(line -> line.contains(text));
        }
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void a_caller_who_joins_is_on_the_page_at_once() {
        browser.signIn("ani", TestSite.PASSWORD);
        becomeAvailable();
        OpenPage stream = new OpenPage();
        await().until(() -> stream.shows("id=\"queue\""));

        site.joins("CA1", TestSite.CALLER, "missing-order", Map.of());

        await().atMost(Duration.ofSeconds(2)).until(() -> stream.shows("data-ringing="));
    }

    @Test
    void the_stream_ends_soon_after_the_session_does() {
        browser.signIn("ani", TestSite.PASSWORD);
        OpenPage stream = new OpenPage();
        await().until(() -> stream.shows("event: beat"));

        browser.post("/sign-out", Map.of("_token", FormToken.of(browser.cookie("hotline-session"))));

        await().atMost(Duration.ofSeconds(5)).until(() -> stream.ended);
        assertThat(stream.shows("signed-out")).isTrue();
    }

    @Test
    void every_stream_on_every_node_ends_within_five_seconds_of_signing_out_everywhere() {
        String url = TestDatabase.postgresUrl();
        try (TestSite here = new TestSite(Clock.systemUTC(), url).withAgent("ani", Role.AGENT);
                TestSite there = new TestSite(Clock.systemUTC(), url)) {
            Browser first = new Browser(here);
            Browser second = new Browser(there);
            first.signIn("ani", TestSite.PASSWORD);
            second.signIn("ani", TestSite.PASSWORD);
            List<OpenPage> pages = List.of(
                    new OpenPage(here, first),
                    new OpenPage(here, second),
                    new OpenPage(there, first),
                    new OpenPage(there, second));
            await().until(() -> pages.stream().allMatch(page -> page.shows("event: beat")));

            first.post("/account/sign-out", Map.of("_token", FormToken.of(first.cookie("hotline-session"))));

            await().atMost(Duration.ofSeconds(5)).until(() -> pages.stream().allMatch(page -> page.ended));
            assertThat(pages).allMatch(page -> page.shows("signed-out"));
            assertThat(second.get("/desk").statusCode()).isEqualTo(303);
        }
    }

    @Test
    void more_pages_than_a_person_can_look_at_pause_the_oldest() {
        browser.signIn("ani", TestSite.PASSWORD);
        OpenPage first = new OpenPage();
        await().until(() -> first.shows("event: beat"));
        for (int i = 0; i < PageStreams.MOST_PER_PERSON; i++) {
            OpenPage next = new OpenPage();
            await().until(() -> next.shows("event: beat"));
        }

        await().until(() -> first.ended);
        assertThat(first.shows("data: paused")).isTrue();
    }

    @Test
    void the_server_stops_although_pages_are_open() {
        browser.signIn("ani", TestSite.PASSWORD);
        OpenPage stream = new OpenPage();
        await().until(() -> stream.shows("event: beat"));

        site.server.stop();

        await().atMost(Duration.ofSeconds(3)).until(() -> stream.ended);
    }

    private void becomeAvailable() {
        browser.post(
                "/desk/presence",
                Map.of("_token", FormToken.of(browser.cookie("hotline-session")), "presence", "available"));
    }
}
