package hotline.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import hotline.phone.PhoneNumber;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeskBrowserTest extends PageBrowserTest {
    @Test
    void an_agent_takes_a_call_from_ring_to_disposition() {
        Page page = open(1440, ColorScheme.LIGHT, "id-ID");
        signIn(page);
        page.locator("#go-available").click();
        assertThat(page.locator("#presence .state")).containsText("Siap");

        site.callsAboutAMissingOrder("CAfirst");
        assertThat(page.locator("#person")).containsText("Telepon Anda berdering");
        assertThat(page).hasTitle("☎ Berdering: Pesanan belum diterima");
        assertThat(page.locator("#known")).containsText("11212345671234567");

        site.takesTheCall("ani");
        assertThat(page.locator("#person")).containsText("Sedang bicara");
        Locator notes = page.locator("#notes");
        notes.fill("Paket belum datang, minta dikirim ulang.");
        assertThat(page.locator("#notes-state")).hasText("Tersimpan");

        site.hangsUp("CAfirst");
        assertThat(page.locator("#person")).containsText("Penyelesaian");
        assertThat(notes).hasValue("Paket belum datang, minta dikirim ulang.");
        page.locator("input[value=resolved]").check();
        page.locator("#finish").click();
        assertThat(page.locator("#person")).containsText("Siap untuk penelepon berikutnya");
    }

    @Test
    void a_page_heals_by_itself_when_the_server_was_away() {
        Page page = open(1440, ColorScheme.LIGHT, "id-ID");
        signIn(page);
        page.locator("#go-available").click();
        assertThat(page.locator("#presence .state.available")).isVisible();
        site.callsAboutAMissingOrder("CAfirst");
        assertThat(page.locator("#person")).containsText("Telepon Anda berdering");
        site.takesTheCall("ani");
        Locator notes = page.locator("#notes");
        assertThat(notes).isVisible();

        site.stopServer();
        assertThat(page.locator(".lost")).isVisible();
        notes.fill("Ditulis selagi server mati.");
        site.hangsUp("CAfirst");
        site.startServerAgain();

        assertThat(page.locator("#person")).containsText("Penyelesaian");
        assertThat(page.locator(".lost")).isHidden();
        assertThat(notes).hasValue("Ditulis selagi server mati.");
        assertThat(page.locator("#notes-state")).hasText("Tersimpan");
        complaints.clear(); // the browser's own, about requests that did not arrive
    }

    @Test
    void what_callers_and_shops_write_is_shown_and_never_run() {
        String evil = "<img src=x onerror=\"document.title='owned'\">";
        site.withOrderOf(evil);
        Page page = open(1440, ColorScheme.LIGHT, "id-ID");
        signIn(page);
        page.locator("#go-available").click();
        assertThat(page.locator("#presence .state.available")).isVisible();
        site.joins("CAfirst", TestSite.CALLER, "<b>topic</b>", Map.of("order.number", "<i>1</i>"));

        assertThat(page.locator("#known")).containsText(evil);
        assertThat(page.locator("#person")).containsText("<b>topic</b>");
        assertThat(page.locator("#known img")).hasCount(0);
        assertThat(page).not().hasTitle("owned");
    }

    @Test
    void who_missed_three_calls_sees_why_they_are_on_break_and_is_back_with_one_click() {
        Page page = open(1440, ColorScheme.LIGHT, "id-ID");
        signIn(page);
        page.locator("#go-available").click();
        assertThat(page.locator("#presence .state.available")).isVisible();
        for (int i = 1; i <= 3; i++) {
            site.joins("CAmissed" + i, new PhoneNumber("+62812987600" + i), "missing-order", Map.of());
            site.misses("ani");
        }
        assertThat(page.locator("#presence .state.on-break")).containsText("Panggilan tak terjawab");
        assertThat(page.locator("#presence .notice")).containsText("beberapa kali berdering tanpa dijawab");
        shoot(page, "desk-missed-calls");
        page.locator("#go-available").click();
        assertThat(page.locator("#presence .state.on-break")).hasCount(0);
        assertThat(page.locator("#presence .notice")).hasCount(0);
    }

    @Test
    void a_wrap_up_is_put_off_by_a_key_and_twice_only() {
        Page page = wrapsUp();
        page.keyboard().press("e");
        assertThat(page.locator(".person time[data-down]")).hasText(Pattern.compile("3:[0-5][0-9]"));
        page.keyboard().press("e");
        assertThat(page.locator(".person time[data-down]")).hasText(Pattern.compile("5:[0-5][0-9]"));
        assertThat(page.locator("#longer")).hasCount(0);
    }

    @Test
    void a_wrap_up_that_ran_out_says_that_no_result_was_recorded() {
        Page page = wrapsUp();
        site.deadlinesPass(Duration.ofMinutes(3));
        assertThat(page.locator("#person .notice")).containsText("Hasil kontak terakhir Anda (Pesanan belum diterima)");
        shoot(page, "desk-nothing-recorded");
        site.callsAboutAMissingOrder("CAsecond");
        assertThat(page.locator("#known")).containsText("Hasil tidak dicatat");
    }

    private Page wrapsUp() {
        Page page = open(1440, ColorScheme.LIGHT, "id-ID");
        signIn(page);
        page.locator("#go-available").click();
        assertThat(page.locator("#presence .state.available")).isVisible();
        site.callsAboutAMissingOrder("CAfirst");
        site.takesTheCall("ani");
        site.hangsUp("CAfirst");
        assertThat(page.locator(".person.wrap-up")).isVisible();
        return page;
    }

    @Test
    void a_page_that_is_open_says_so() {
        Page page = open(1440, ColorScheme.LIGHT, "id-ID");
        signIn(page);
        page.locator("#go-available").click();
        assertThat(page.locator("#presence .state.available")).isVisible();
        page.waitForResponse(response -> response.url().endsWith("/desk/here") && response.ok(), () -> {});
        org.assertj.core.api.Assertions.assertThat(
                        site.database.read(h -> site.agents.get(h, "ani")).deskSeenAt())
                .isPresent();
    }

    @Test
    void everything_done_often_has_a_key() {
        Page page = open(1440, ColorScheme.LIGHT, "id-ID");
        signIn(page);
        page.keyboard().press("a");
        assertThat(page.locator("#presence .state.available")).isVisible();
        page.keyboard().press("b");
        assertThat(page.locator("#break-meal")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#presence .state.on-break")).containsText("Makan");
        page.keyboard().press("a");
        assertThat(page.locator("#presence .state.available")).isVisible();
        site.callsAboutAMissingOrder("CAfirst");
        assertThat(page.locator("#person")).containsText("Telepon Anda berdering");
        site.takesTheCall("ani");
        assertThat(page.locator("#notes")).isVisible();
        page.keyboard().press("n");
        page.keyboard().type("banana"); // no key of the page's works here
        assertThat(page.locator("#notes")).hasValue("banana");
        assertThat(page.locator("#presence .state.on-call")).isVisible();
        page.keyboard().press("Escape");
        site.hangsUp("CAfirst");
        assertThat(page.locator(".person.wrap-up")).isVisible();
        page.keyboard().press("d");
        page.keyboard().press("Space");
        page.keyboard().press("f");
        assertThat(page.locator("#presence .state.available")).isVisible();
        page.keyboard().press("o");
        assertThat(page.locator("#presence .state.offline")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT, id-ID", "1440, DARK, en-US", "390, LIGHT, en-US", "390, DARK, id-ID"})
    void every_state_of_the_desk_is_seen(int width, ColorScheme colors, String locale) {
        String name = "desk-" + width + "-" + colors.name().toLowerCase(java.util.Locale.ROOT) + "-";
        Page page = openForAxe(width, colors, locale);
        page.navigate(site.url("/").toString());
        shoot(page, name + "0-sign-in");
        assertAccessible(page);
        signIn(page);
        if (locale.startsWith("en")) {
            page.locator("button[lang=en]").click();
        }
        shoot(page, name + "1-offline");
        assertAccessible(page);
        page.locator("#go-available").click();
        assertThat(page.locator("#presence .state.available")).isVisible();
        shoot(page, name + "2-available");
        site.callsAboutAMissingOrder("CAfirst");
        for (int i = 1; i <= 7; i++) {
            site.joins(
                    "CAwaiting" + i,
                    new PhoneNumber("+62812987600" + i),
                    i % 2 == 0 ? "defective-return" : "no-tracking-number",
                    Map.of());
        }
        assertThat(page.locator("#known")).containsText("11212345671234567");
        assertThat(page.locator("#queue-count")).hasText("7");
        shoot(page, name + "3-ringing");
        assertAccessible(page);
        site.takesTheCall("ani");
        page.locator("#notes").fill("Paket belum datang, minta dikirim ulang. Dijanjikan kabar besok siang.");
        assertThat(page.locator("#notes-state")).not().isEmpty();
        shoot(page, name + "4-talking");
        site.hangsUp("CAfirst");
        assertThat(page.locator(".person.wrap-up")).isVisible();
        page.locator("input[value=follow-up]").check();
        shoot(page, name + "5-wrap-up");
        assertAccessible(page);
        page.keyboard().press("?");
        shoot(page, name + "6-keys");
        assertAccessible(page);
    }
}
