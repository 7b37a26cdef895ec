package hotline.web;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.TestClock;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class HealthTest {
    private static final ReadyCheck WELL = new ReadyCheck("flows", () -> "version 7");

    private static TestSite site(ReadyCheck... checks) {
        return new TestSite(TestClock.pinned(TestSite.NOON), new WebSettings(false, Optional.empty()), List.of(checks));
    }

    @Test
    void ready_means_that_every_check_is_well() {
        try (TestSite site = site(WELL)) {
            HttpResponse<String> answer = new Browser(site).get("/health/ready");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"status\":\"up\"").contains("version 7");
        }
    }

    @Test
    void one_check_that_fails_is_named() {
        ReadyCheck ill = new ReadyCheck("database", () -> {
            throw new IllegalStateException("no answer");
        });
        try (TestSite site = site(WELL, ill)) {
            HttpResponse<String> answer = new Browser(site).get("/health/ready");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body())
                    .contains("\"database\"")
                    .contains("no answer")
                    .contains("version 7");
            assertThat(new Browser(site).get("/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_check_that_hangs_is_not_waited_for() {
        CountDownLatch never = new CountDownLatch(1);
        ReadyCheck hung = new ReadyCheck("database", () -> {
            never.await();
            return "late";
        });
        try (TestSite site = site(hung)) {
            assertThat(new Browser(site).get("/health/ready").body()).contains("no answer within 2 s");
        } finally {
            never.countDown();
        }
    }

    @Test
    void metrics_count_requests_by_route_and_not_by_address() {
        try (TestSite site = site()) {
            Browser browser = new Browser(site);
            browser.get("/sign-in");
            browser.get("/sign-in");
            browser.get("/nowhere/1");

            assertThat(browser.get("/metrics").body())
                    .contains("http_server_requests_seconds_count{method=\"GET\",route=\"/sign-in\",status=\"200\"} 2")
                    .contains("route=\"none\"")
                    .contains("hotline_contacts_waiting")
                    .doesNotContain("nowhere");
        }
    }
}
