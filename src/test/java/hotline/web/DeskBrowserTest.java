package hotline.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import hotline.phone.PhoneNumber;
import hotline.queue.Disposition;
import hotline.queue.Dispositions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeskBrowserTest extends PageBrowserTest {
    @Test
    void an_agent_takes_a_call_from_ring_to_disposition() {
        Page page = openDesk();
        page.locator("#go-available").click();
        assertThat(page.locator("#presence .state")).containsText("Siap");

        site.callsAboutAMissingOrder("CAfirst");
        assertThat(page.locator("#person")).containsText("Telepon Anda berdering");
        assertThat(page).hasTitle("☎ Berdering: Pesanan belum diterima");
        assertThat(page.locator("#known")).containsText("11212345671234567");
        assertThat(page.locator("#known")).containsText(Pattern.compile("Jumlah\\s*Rp\\s?189\\.000"));

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
        Page page = openDesk();
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
        Page page = openDesk();
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
        Page page = openDesk();
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
        assertThat(page.locator("#longer")).isVisible();
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

    @Test
    void a_result_that_the_shop_named_itself_is_read_by_its_name_in_earlier_contacts() {
        site.writer.write(handle ->
                new Dispositions().put(handle, new Disposition("sent-again", "Dikirim ulang", "Sent again", true, 9)));
        Page page = wrapsUp();
        page.locator("input[value=sent-again]").check();
        page.locator("#finish").click();
        assertThat(page.locator("#presence .state.available")).isVisible();
        site.callsAboutAMissingOrder("CAsecond");
        assertThat(page.locator("#known")).containsText("Dikirim ulang");
    }

    private Page wrapsUp() {
        Page page = openDesk();
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
        Page page = openDesk();
        page.waitForCondition(() -> seenAt("ani").isPresent());
    }

    @Test
    void an_open_page_asks_not_to_be_frozen_and_says_that_it_is_there_again_if_it_was() {
        Page page = openDesk();
        page.waitForCondition(() -> page.evaluate("""
                navigator.locks.query().then(({ held }) => held.some(({ name }) => name === 'hotline-live'))""").equals(true));
        page.waitForCondition(() -> seenAt("ani").isPresent());
        site.writer.write(
                handle -> handle.execute("update agent set desk_seen_at = desk_seen_at - interval '60' second"));
        Instant before = seenAt("ani").orElseThrow();
        // Chromium freezes no page that is seen, and without a screen each is.
        page.evaluate("document.dispatchEvent(new Event('resume'))");
        page.waitForCondition(
                () -> seenAt("ani").orElseThrow().isAfter(before),
                new Page.WaitForConditionOptions().setTimeout(4_000));
    }

    private Optional<Instant> seenAt(String username) {
        return site.database.read(handle -> site.agents.get(handle, username)).deskSeenAt();
    }

    @Test
    void everything_done_often_has_a_key() {
        Page page = openDesk();
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
        assertThat(page.locator("#longer")).isVisible(); // the part that changes last
        page.keyboard().press("d");
        page.keyboard().press("Space");
        page.keyboard().press("f");
        assertThat(page.locator("#presence .state.available")).isVisible();
        page.keyboard().press("o");
        assertThat(page.locator("#presence .state.offline")).isVisible();
    }

    @ParameterizedTest
    @EnumSource
    void every_state_of_the_desk_is_seen(Reader reader) {
        Page page = openForAxe(1440, ColorScheme.LIGHT, reader.locale);
        page.navigate(site.url("/").toString());
        look(page, reader, "desk-0-sign-in");
        signIn(page, site.url("/").toString(), "ani", TestSite.PASSWORD);
        if (reader == Reader.ENGLISH) {
            page.locator("button[lang=en]").click();
        }
        look(page, reader, "desk-1-offline");
        page.locator("#go-available").click();
        assertThat(page.locator("#presence .state.available")).isVisible();
        look(page, reader, "desk-2-available");
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
        look(page, reader, "desk-3-ringing");
        site.takesTheCall("ani");
        page.locator("#notes").fill("Paket belum datang, minta dikirim ulang. Dijanjikan kabar besok siang.");
        assertThat(page.locator("#notes-state")).not().isEmpty();
        look(page, reader, "desk-4-talking");
        site.hangsUp("CAfirst");
        assertThat(page.locator(".person.wrap-up")).isVisible();
        page.locator("input[value=follow-up]").check();
        look(page, reader, "desk-5-wrap-up");
        page.keyboard().press("?");
        look(page, reader, "desk-6-keys");
    }
}
