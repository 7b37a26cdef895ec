package hotline.web;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.Role;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a supervisor is told beside the pictures of the flows. */
class FlowsPageTest {
    private final TestSite site = new TestSite().withAgent("sari", Role.SUPERVISOR);
    private final Browser browser = new Browser(site);

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void a_list_of_holidays_that_ends_is_told_with_a_link_to_its_line() {
        browser.signIn("sari", TestSite.PASSWORD);
        assertThat(browser.get("/flows").body()).doesNotContain("running-out-title");
        site.testClock().tick(Duration.ofDays(10));
        browser.signIn("sari", TestSite.PASSWORD);
        assertThat(browser.get("/flows").body())
                .contains("Perlu segera diperbarui", "2027-01-01")
                .containsPattern("href=\"/flows/edit/hours.yaml#\\d+:3\"");
        assertThat(browser.get("/flows/edit").body()).contains("1 peringatan");
    }

    @Test
    void a_draft_says_until_when_it_is_kept() {
        browser.signIn("sari", TestSite.PASSWORD);
        String page = browser.get("/flows/edit").body();
        assertThat(page).doesNotContain("disimpan sampai");
        String version = site.liveFlows.versions().current().version();
        Map<String, String> form = Map.of("_token", Browser.token(page), "begun", version, "name", "new-topic.yaml");
        assertThat(browser.post("/flows/draft/add", form).statusCode()).isEqualTo(303);
        assertThat(browser.get("/flows/edit").body()).contains("disimpan sampai 20 Februari 2027.");

        site.testClock().tick(Duration.ofDays(10));
        browser.signIn("sari", TestSite.PASSWORD);
        String token = Browser.token(browser.get("/flows/edit").body());
        assertThat(browser.post("/flows/draft/keep", Map.of("_token", token)).statusCode())
                .isEqualTo(303);
        assertThat(browser.get("/flows/edit").body())
                .as("rung, so still wanted")
                .contains("disimpan sampai 2 Maret 2027.");
    }
}
