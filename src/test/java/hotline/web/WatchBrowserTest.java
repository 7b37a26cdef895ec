package hotline.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import hotline.phone.PhoneNumber;
import hotline.report.HandMadeDay;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages of who watches over the hotline: wallboard, supervisor, reports. */
class WatchBrowserTest extends PageBrowserTest {
    private static final String A = "missing-order";
    private static final String B = "defective-return";

    private static void past(HandMadeDay day) {
        day.answered(A, "00:00:10", 10, 110, 30, "ani");
        day.answered(A, "00:00:20", 40, 240, 60, "sari");
        day.answered(B, "00:00:30", 5, 300, 90, "ani");
        day.ended(A, A, "00:00:40", 35, "abandoned");
        day.ended(A, A, "00:00:41", 3, "abandoned");
        day.rungBack(A, "00:00:42", "00:00:50", 60, 20, "sari");
        day.call("K1", "00:00:05", A, true);
        day.call("K2", "00:00:06", B, true);
        day.askedForHuman("K2", "00:00:07", B, "full");
    }

    @Test
    void the_wallboard_says_how_things_stand_and_keeps_saying_so() {
        site.withPast(WatchBrowserTest::past);
        Page page = openAs("ani", "/wallboard");
        assertThat(page.locator("#wall-waiting")).hasText("0");
        assertThat(page.locator("#wall-service-level")).hasText("50%");
        assertThat(page.locator("#wall-abandoned")).hasText("1");
        assertThat(page.locator("#wall-callbacks-reached")).hasText("1");
        assertThat(page.locator(".plot canvas")).isVisible();
        site.isAvailable("sari");
        assertThat(page.locator("#wall-available")).hasText("1");
        site.callsAboutAMissingOrder("CAfirst");
        assertThat(page.locator("#wall-reserved")).hasText("1");
        site.takesTheCall("sari");
        assertThat(page.locator("#wall-on-call")).hasText("1");
        site.joins("CAsecond", new PhoneNumber("+6281298760001"), "other", Map.of());
        assertThat(page.locator("#wall-waiting")).hasText("1");

        site.stopServer();
        assertThat(page.locator(".lost")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(3_000));
        site.hangsUp("CAsecond");
        site.startServerAgain();
        assertThat(page.locator("#wall-waiting"))
                .hasText("0", new LocatorAssertions.HasTextOptions().setTimeout(5_000));
        complaints.clear(); // the browser's own, about requests that did not arrive
    }

    @Test
    void a_supervisor_sees_agents_and_has_a_caller_who_gave_up_rung_back_once() {
        site.isAvailable("ani");
        Page page = openAs("sari", "/supervisor");
        assertThat(page.locator("#agent-ani")).containsText("Siap");
        assertThat(page.locator("#supervisor-lost")).containsText("sudah dilayani");
        site.callsAboutAMissingOrder("CAfirst");
        assertThat(page.locator("#agent-ani")).containsText("Berdering");
        site.hangsUp("CAfirst");
        assertThat(page.locator("#supervisor-lost")).containsText("+62 812-9876-5432");
        assertThat(page.locator("#supervisor-lost-count")).hasText("1");

        page.locator("#lost-" + lostContact()).focus();
        page.keyboard().press("c");
        assertThat(page.locator("#supervisor-lost .tag")).containsText("Akan ditelepon balik");
        assertThat(page.locator("#supervisor-lost button")).hasCount(0);
        assertThat(site.database.<Integer>read(
                        h -> h.createQuery("select count(*) from contact where kind = 'callback'")
                                .mapTo(Integer.class)
                                .one()))
                .isEqualTo(1);
    }

    @Test
    void a_supervisor_listens_coaches_joins_in_and_stops() {
        site.isAvailable("ani");
        site.callsAboutAMissingOrder("CAfirst");
        site.takesTheCall("ani");
        Page page = openAs("sari", "/supervisor");
        page.keyboard().press("j");
        page.keyboard().press("l");
        assertThat(page.locator("#agent-ani [role=status]")).containsText("Telepon Anda berdering");
        assertThat(page.locator("#monitor-ani")).hasAttribute("aria-pressed", "true");
        page.locator("#coach-ani").click();
        assertThat(page.locator("#coach-ani")).hasAttribute("aria-pressed", "true");
        page.locator("#barge-ani").click();
        assertThat(page.locator("#barge-ani")).hasAttribute("aria-pressed", "true");
        page.locator("#stop-ani").click();
        assertThat(page.locator("#stop-ani")).hasCount(0);
    }

    @Test
    void a_supervisor_sets_a_stuck_agent_free() {
        site.isAvailable("ani");
        site.callsAboutAMissingOrder("CAfirst");
        site.takesTheCall("ani");
        site.hangsUp("CAfirst");
        Page page = openAs("sari", "/supervisor");
        assertThat(page.locator("#agent-ani")).containsText("Penyelesaian");
        page.onDialog(dialog -> dialog.accept());
        page.locator("#free-ani").click();
        assertThat(page.locator("#agent-ani")).containsText("Siap");
    }

    private String lostContact() {
        return site.database.read(
                h -> h.createQuery("select cast(id as varchar) from contact where outcome = 'abandoned'")
                        .mapTo(String.class)
                        .one());
    }

    @Test
    void each_figure_of_a_report_has_its_list_one_click_away() throws IOException {
        site.withPast(WatchBrowserTest::past);
        Page page = openAs("sari", "/reports");
        assertThat(page.locator("#figure-service-level-of-offered .value")).hasText("50%");
        assertThat(page.locator("#figure-service-level-of-answered .value")).hasText("67%");
        assertThat(page.locator("#figure-short-abandoned .value")).hasText("1");
        assertThat(page.locator("#figure-full .value")).hasText("1");
        assertThat(page.locator("#figure-containment .value")).hasText("50%");
        assertThat(page.locator(".plot canvas")).hasCount(2);
        page.locator("#figure-answered .value a").click();
        assertThat(page.locator("tbody tr")).hasCount(3);
        press(page, "b");
        assertThat(page.locator(".plot canvas")).hasCount(2);
        page.locator("#by").selectOption("queue");
        page.locator("form.search button").click();
        assertThat(page.locator("tbody tr")).hasCount(3); // two queues, and all
        page.locator("tbody tr").first().locator("a").first().click();
        assertThat(page.locator("tbody tr")).hasCount(4);
        press(page, "b");
        assertThat(page.locator(".plot canvas")).hasCount(2);

        Download csv = page.waitForDownload(() -> press(page, "v"));
        List<String> lines = Files.readAllLines(csv.path());
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1)).startsWith("Pesanan belum diterima,4,2,0.3333,0.5000,25.0,40.0,1,0.3333,1,");
    }

    @ParameterizedTest
    @EnumSource
    void the_wallboard_is_seen(Reader reader) {
        Page page = openAs("ani", "/wallboard", reader);
        look(page, reader, "wallboard-empty");
        site.withPast(WatchBrowserTest::past);
        site.isAvailable("sari");
        site.callsAboutAMissingOrder("CAfirst");
        site.joins("CAsecond", new PhoneNumber("+6281298760001"), "other", Map.of());
        assertThat(page.locator("#wall-reserved")).hasText("1");
        look(page, reader, "wallboard");
        look(page, new Look(1920, reader.looks.get(0).colors()), "wallboard");
    }

    @ParameterizedTest
    @EnumSource
    void the_supervisors_page_is_seen(Reader reader) {
        Page page = openAs("sari", "/supervisor", reader);
        look(page, reader, "supervisor-empty");
        site.isAvailable("ani");
        site.joins("CAgone", new PhoneNumber("+6281298760001"), B, Map.of());
        site.hangsUp("CAgone");
        site.callsAboutAMissingOrder("CAfirst");
        site.takesTheCall("ani");
        assertThat(page.locator("#agent-ani .tag.talking")).isVisible();
        look(page, reader, "supervisor");
    }

    @ParameterizedTest
    @EnumSource
    void reports_are_seen(Reader reader) {
        site.withPast(WatchBrowserTest::past);
        Page page = openAs("sari", "/reports", reader);
        assertThat(page.locator(".plot canvas")).hasCount(2);
        look(page, reader, "reports");
        page.locator("#figure-offered .value a").click();
        assertThat(page.locator("a.back[data-key=b]")).isVisible();
        look(page, reader, "report-list");
    }
}
