package hotline.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import hotline.agent.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an agent does with a call at the desk. */
class CallBrowserTest extends PageBrowserTest {
    private Page talking() {
        return talking(openDesk());
    }

    private Page talking(Page page) {
        page.locator("#go-available").click();
        assertThat(page.locator("#presence .state.available")).isVisible();
        site.callsAboutAMissingOrder("CAfirst");
        site.takesTheCall("ani");
        assertThat(page.locator("#call")).isVisible();
        site.withAgent("budi", Role.SUPERVISOR).isAvailable("budi");
        assertThat(page.locator("#call button[value=supervisor]")).isEnabled();
        assertThat(page.locator("#transfer-to option[value='agent:budi']")).hasCount(1);
        return page;
    }

    @Test
    void a_caller_is_put_on_hold_and_an_agent_muted_by_key() {
        Page page = talking();
        page.keyboard().press("h");
        assertThat(page.locator("#call")).containsText("Penelepon ditahan");
        page.keyboard().press("h");
        assertThat(page.locator("#call")).containsText("Anda sedang bicara");
        page.keyboard().press("m");
        assertThat(page.locator("#call .muted")).hasText("Mikrofon mati");
        page.keyboard().press("m");
        assertThat(page.locator("#call .muted")).hasCount(0);
    }

    @Test
    void a_colleague_is_asked_and_gets_the_caller() {
        Page page = talking();
        page.keyboard().press("t");
        page.locator("#transfer-to").selectOption("agent:budi");
        page.locator("#transfer button[value=warm]").click();
        assertThat(page.locator("#call")).containsText("Telepon Budi berdering");
        site.takesTheCall("budi");
        assertThat(page.locator("#call")).containsText("Anda sedang bicara dengan Budi");
        page.keyboard().press("h");
        assertThat(page.locator("#call")).containsText("Anda, Budi, dan penelepon sedang bicara");
        page.keyboard().press("c");
        assertThat(page.locator("#person")).containsText("Penyelesaian");
        assertThat(page.locator("#call")).isHidden();
    }

    @Test
    void a_supervisor_is_one_key_away_and_so_is_the_way_back() {
        Page page = talking();
        page.keyboard().press("s");
        assertThat(page.locator("#call")).containsText("Telepon Budi berdering");
        page.keyboard().press("r");
        assertThat(page.locator("#call")).containsText("Anda sedang bicara dengan penelepon");
    }

    @Test
    void who_does_not_help_is_told_of() {
        Page page = talking();
        page.keyboard().press("s");
        assertThat(page.locator("#call")).containsText("Telepon Budi berdering");
        site.refuses("budi");
        assertThat(page.locator("#call")).containsText("Rekan Anda belum bisa membantu");
    }

    @Test
    void a_call_is_sent_on_at_once_or_ended() {
        Page page = talking();
        page.keyboard().press("t");
        page.locator("#transfer-to").selectOption("agent:budi");
        page.locator("#transfer button[value=blind]").click();
        assertThat(page.locator("#person")).containsText("Penyelesaian");
    }

    @ParameterizedTest
    @EnumSource
    void it_is_readable_for_everybody(Reader reader) {
        Page page = talking(openAs("ani", "/desk", reader));
        look(page, reader, "desk-call");
        page.locator("#call button[data-opens=transfer]").click();
        look(page, reader, "desk-transfer");
    }
}
