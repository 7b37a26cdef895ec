package hotline;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page with the demo's phones side by side, as somebody has it who forgets to close tabs. */
class PhonesBrowserTest extends RealTimeBrowserTest {
    private static final int TABS = 8;

    @BeforeEach
    void introduceThePhones() {
        exchange.introduce(CallRig.CALLER, "Rina");
        exchange.introduce(CallRig.BUDI, "Budi");
    }

    private static Locator caller(Page page) {
        return page.locator(".phone").first();
    }

    private Page openPhones(Page tab) {
        tab.navigate(exchange.address() + "/");
        assertThat(tab.locator(".phone .word")).hasText(new String[] {"Idle", "Idle"});
        return tab;
    }

    @Test
    void however_many_tabs_are_open_a_call_goes_on_in_all_of_them() {
        Page first = openPhones(open(1440, ColorScheme.LIGHT, "en-US"));
        List<Page> tabs = new ArrayList<>(List.of(first));
        while (tabs.size() < TABS) {
            tabs.add(openPhones(first.context().newPage()));
        }
        first.keyboard().press("Enter");
        for (Page tab : tabs) {
            assertThat(caller(tab)).hasAttribute("data-state", "talking");
            assertThat(tab.locator(".captions").first()).containsText("Selamat datang");
        }
        first.keyboard().press("Escape");
        for (Page tab : tabs) {
            assertThat(caller(tab)).hasAttribute("data-state", "idle");
        }
        assertThat(exchange.phone(CallRig.CALLER).isIdle()).isTrue();
        assertThat(exchange.complaints()).isEmpty();
        assertThat(log.faults()).isEmpty();
    }

    @Test
    void a_page_that_is_opened_late_tells_what_went_on_before() {
        exchange.phone(CallRig.CALLER).dial(CallRig.HOTLINE).hangUp();
        Page page = openPhones(open(1440, ColorScheme.LIGHT, "en-US"));
        page.locator("#lines summary").click();
        assertThat(page.locator("#lines ol")).containsText("dials +62215550001");
        assertThat(page.locator(".lost")).isHidden();
        assertThat(log.faults()).isEmpty();
    }
}
