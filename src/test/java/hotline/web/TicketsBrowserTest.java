package hotline.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import hotline.ticket.TicketNumber;
import hotline.ticket.TicketStatus;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TicketsBrowserTest extends PageBrowserTest {
    private String inThrees() {
        return new TicketNumber(site.ticket()).inThrees();
    }

    private void search(Page page, String text) {
        page.navigate(site.url("/tickets").toString());
        page.keyboard().press("/");
        page.keyboard().type(text);
        page.keyboard().press("Enter");
    }

    @Test
    void a_ticket_is_found_by_its_number_its_order_and_its_phone() {
        Page page = openAs("ani", "/tickets");
        search(page, inThrees());
        assertThat(page).hasURL(Pattern.compile(".*/tickets/" + site.ticket()));
        search(page, "112-1234567-1234567");
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody")).containsText(inThrees());
        search(page, "0812 9876 5432");
        assertThat(page.locator("tbody")).containsText(inThrees());
        assertThat(page.url()).doesNotContain("9876");
        search(page, "0812 0000 1111");
        assertThat(page.locator("main")).containsText("Tidak ditemukan");
        page.locator("#search").fill("");
        page.locator("#status").selectOption("resolved");
        page.locator("form[role=search] button").click();
        assertThat(page.locator("main")).containsText("Tidak ditemukan");
    }

    @Test
    void a_ticket_tells_its_whole_story_and_moves_on_with_a_note_and_a_message() {
        site.isAvailable("sari");
        site.callsAboutAMissingOrder("CAfirst");
        site.takesTheCall("sari");
        site.hangsUp("CAfirst");
        Page page = openAs("ani", "/tickets");
        page.keyboard().press("j");
        page.keyboard().press("o");
        assertThat(page.locator(".story")).containsText("Tiket dibuka");
        assertThat(page.locator(".story")).containsText("Meminta petugas");
        page.locator(".story summary").first().click();
        assertThat(page.locator(".story .lines")).containsText("menerima kontak ini");

        press(page, "Escape");
        page.locator("h1").click();
        press(page, "m");
        assertThat(page.locator("#status")).isFocused();
        page.locator("#status").selectOption(new SelectOption().setValue("in-progress"));
        page.locator("#note").fill("Kurir ditanya.");
        page.locator("form[action$=status] button").click();
        assertThat(page.locator(".heading .tag")).hasText("Diproses");
        assertThat(page.locator(".story")).containsText("Kurir ditanya.");
        assertThat(page.locator(".story")).containsText("Pesan SMS: status baru");
        assertThat(page.locator("#status option[value=in-progress]")).hasCount(0);

        page.locator("#own-note").fill("<b>Menelepon lagi besok</b>");
        page.locator("form[action$=notes] button").click();
        assertThat(page.locator(".story")).containsText("<b>Menelepon lagi besok</b>");
    }

    @Test
    void what_others_do_to_a_ticket_is_seen_at_once_and_what_was_opened_or_typed_stays() {
        site.isAvailable("sari");
        site.callsAboutAMissingOrder("CAfirst");
        site.takesTheCall("sari");
        Page page = openAs("ani", "/tickets/" + site.ticket());
        page.locator(".story summary").first().click();
        page.locator("#note").fill("Menunggu kabar kurir.");
        page.locator("#status").selectOption("resolved");
        page.locator("#notify").uncheck();
        page.evaluate("document.querySelector('#ticket-move').dataset.mine = 'yes'");
        moves(TicketStatus.IN_PROGRESS);
        assertThat(page.locator(".heading .tag")).hasText("Diproses");
        assertThat(page.locator(".story")).containsText("Status menjadi: Diproses");
        assertThat(page.locator(".story details").first()).hasAttribute("open", "");
        assertThat(page.locator("#note")).hasValue("Menunggu kabar kurir.");
        assertThat(page.locator("#status")).hasValue("resolved");
        assertThat(page.locator("#status option[value=in-progress]")).hasCount(0);
        assertThat(page.locator("#ticket-move[data-mine]")).hasCount(0);
        assertThat(page.locator("#notify")).not().isChecked();

        site.leavesMessage("RE1");
        assertThat(page.locator("#ticket-messages audio")).hasCount(1);
        page.locator("#ticket-messages button").click();
        assertThat(page.locator("#ticket-messages")).containsText("Sudah didengar");

        moves(TicketStatus.CLOSED);
        assertThat(page.locator("#ticket-move")).isHidden();
    }

    private void moves(TicketStatus to) {
        site.writer.write(handle -> site.tickets.moveTo(
                handle, new TicketNumber(site.ticket()), to, Optional.empty(), "Sari", site.clock.instant()));
    }

    @Test
    void how_the_caller_rated_is_part_of_the_story() {
        String link = site.ratedConversation();
        Page page = openAs("sari", "/tickets/" + site.ticket());
        assertThat(page.locator(".story")).not().containsText("menilai");
        site.rates(link, 4, "Cepat <b>dan</b> ramah.");
        assertThat(page.locator(".story")).containsText("menilai percakapan 4 dari 5");
        assertThat(page.locator(".story")).containsText("Cepat <b>dan</b> ramah.");
    }

    @ParameterizedTest
    @EnumSource
    void tickets_are_seen(Reader reader) {
        site.isAvailable("sari");
        site.callsAboutAMissingOrder("CAfirst");
        site.takesTheCall("sari");
        site.hangsUp("CAfirst");
        Page page = openAs("ani", "/tickets", reader);
        look(page, reader, "tickets");
        page.navigate(site.url("/tickets/" + site.ticket()).toString());
        page.locator(".story summary").first().click();
        look(page, reader, "ticket");
    }
}
