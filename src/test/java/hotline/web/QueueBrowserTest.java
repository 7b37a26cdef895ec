package hotline.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import hotline.phone.PhoneNumber;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QueueBrowserTest extends PageBrowserTest {
    private static final PhoneNumber OTHER = new PhoneNumber("+6281298760001");

    @Test
    void who_comes_is_seen_at_once_and_so_is_who_goes() {
        Page page = openAs("ani", "/queue");
        assertThat(page.locator("#queue-waiting")).containsText("Tidak ada yang menunggu");
        site.isAvailable("sari");
        site.callsAboutAMissingOrder("CAfirst");
        assertThat(page.locator("#queue-busy")).containsText("Sari");
        assertThat(page.locator("#queue-busy")).containsText("Berdering");
        site.joins("CAsecond", OTHER, "defective-return", Map.of());
        assertThat(page.locator("#queue-waiting")).containsText("Barang cacat");
        assertThat(page.locator("#queue-waiting")).containsText("+62 812-9876-0001");
        assertThat(page.locator("#queue-waiting-count")).hasText("1");

        site.hangsUp("CAsecond");
        assertThat(page.locator("#queue-waiting-count")).hasText("0");
    }

    @Test
    void the_page_is_right_again_within_five_seconds_of_a_restart() {
        site.isAvailable("sari");
        site.callsAboutAMissingOrder("CAfirst");
        Page page = openAs("ani", "/queue");
        assertThat(page.locator("#queue-busy")).containsText("Sari");

        site.stopServer();
        assertThat(page.locator(".lost")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(3_000));
        site.joins("CAsecond", OTHER, "other", Map.of());
        site.startServerAgain();

        assertThat(page.locator("#queue-waiting-count"))
                .hasText("1", new LocatorAssertions.HasTextOptions().setTimeout(5_000));
        assertThat(page.locator(".lost")).isHidden();
        complaints.clear(); // the browser's own, about requests that did not arrive
    }

    @Test
    void a_supervisor_has_a_callback_rung_now_by_keys_alone() {
        site.isAvailable("sari");
        site.joins("CAbusy", OTHER, "other", Map.of());
        site.callsAboutAMissingOrder("CAfirst");
        site.asksForCallback("CAfirst");
        Page page = openAs("sari", "/queue");
        assertThat(page.locator("#queue-waiting")).containsText("ditelepon dalam");
        page.keyboard().press("j");
        page.keyboard().press("c");
        assertThat(page.locator("#queue-waiting")).not().containsText("ditelepon dalam");
        assertThat(page.locator("#queue-waiting button[id^=call]")).hasCount(0);
    }

    @Test
    void a_supervisor_moves_a_caller_up() {
        site.isAvailable("ani");
        site.joins("CAbusy", OTHER, "other", Map.of());
        site.takesTheCall("ani");
        site.joins("CAsecond", new PhoneNumber("+6281298760002"), "missing-order", Map.of());
        site.joins("CAthird", new PhoneNumber("+6281298760003"), "defective-return", Map.of());
        Page page = openAs("sari", "/queue");
        assertThat(page.locator("#queue-waiting tbody tr").first()).containsText("9876-0002");
        page.locator("#queue-waiting tbody tr").last().focus();
        page.keyboard().press("u");
        assertThat(page.locator("#queue-waiting tbody tr").first()).containsText("9876-0003");
        assertThat(page.locator("#queue-waiting button[id^=take]")).hasCount(0);
    }

    @Test
    void a_supervisor_who_is_there_takes_a_caller_whom_nobody_else_can() {
        twoWaitWhileOnlySariIsFree();
        Page page = openAs("sari", "/queue");
        page.locator("#queue-waiting tbody tr").last().focus();
        page.keyboard().press("t");
        assertThat(page.locator("#queue-busy tbody tr")).hasCount(2);
        assertThat(page.locator("#queue-busy")).containsText("+62 812-9876-5432");
        assertThat(page.locator("#queue-busy")).containsText("Sari");
        assertThat(page.locator("#queue-waiting")).containsText("9876-0001");
        assertThat(page.locator("#queue-waiting button[id^=take]")).hasCount(0); // she has one now
    }

    @Test
    void an_agent_is_not_offered_to_take_callers_out_of_turn() {
        twoWaitWhileOnlySariIsFree();
        Page page = openAs("ani", "/queue");
        assertThat(page.locator("#queue-waiting tbody tr")).hasCount(2);
        assertThat(page.locator("#queue-waiting button")).hasCount(0);
    }

    /** Who has not the skill for them. */
    private void twoWaitWhileOnlySariIsFree() {
        site.writer.write(handle -> handle.execute("update agent set skills = 'other' where username = 'sari'"));
        site.isAvailable("ani");
        site.joins("CAbusy", new PhoneNumber("+6281298760009"), "other", Map.of());
        site.takesTheCall("ani");
        site.isAvailable("sari");
        site.joins("CAfirst", OTHER, "missing-order", Map.of());
        site.joins("CAsecond", TestSite.CALLER, "missing-order", Map.of());
    }

    @ParameterizedTest
    @EnumSource
    void the_queue_is_seen(Reader reader) {
        Page page = openAs("sari", "/queue", reader);
        look(page, reader, "queue-empty");
        site.isAvailable("sari");
        site.callsAboutAMissingOrder("CAfirst");
        site.takesTheCall("sari");
        for (int i = 1; i <= 4; i++) {
            site.joins(
                    "CAwaiting" + i,
                    new PhoneNumber("+62812987600" + i),
                    i % 2 == 0 ? "defective-return" : "no-tracking-number",
                    Map.of("ticket.number", site.ticket()));
        }
        site.joins("CAback", TestSite.CALLER, "other", Map.of());
        site.asksForCallback("CAback");
        assertThat(page.locator("#queue-callback-count")).hasText("1");
        look(page, reader, "queue");
    }
}
