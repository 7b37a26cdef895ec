package hotline;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import hotline.phone.BrowserPhone;
import hotline.phone.Endpoint;
import org.junit.jupiter.api.Test;

/** An agent of the demo who wants to be rung in the browser: on the page that the built-in network has for it. */
class BrowserPhoneBrowserTest extends RealTimeBrowserTest {
    @Test
    void an_agent_chooses_their_browser_and_takes_a_call_there_and_goes_back() {
        Page desk = open(1440, ColorScheme.LIGHT, "id-ID");
        signIn(desk, address, "budi", SampleShop.PASSWORD);
        assertThat(desk.locator("#phone-page")).hasCount(0);
        chooses(desk, "browser");
        shoot(desk, "account-rung-in-browser");
        assertThat(endpoint()).isEqualTo(new BrowserPhone("budi"));

        desk.navigate(address + "/desk");
        Page phone = desk.waitForPopup(() -> desk.locator("#phone-page").click());
        assertThat(phone.locator(".number")).hasText("client:budi");
        callsAndAsksForAHuman();
        assertThat(phone.locator(".incoming")).isVisible();
        assertThat(desk.locator("#person.ringing")).isVisible();
        shoot(desk, "desk-rung-in-browser");
        phone.locator("button.go").click();
        assertThat(phone.locator(".captions")).containsText("tekan 1");
        shoot(phone, "browser-phone-whisper");
        phone.locator(".keys [data-key='1']").click();
        assertThat(desk.locator("#call")).containsText("Anda sedang bicara dengan penelepon");

        chooses(desk, "usual");
        assertThat(endpoint()).isEqualTo(SampleShop.BUDI.endpoint().orElseThrow());
        assertThat(exchange.complaints()).isEmpty();
        assertThat(log.faults()).isEmpty();
    }

    private void chooses(Page page, String where) {
        page.navigate(address + "/account");
        page.locator("input[value=" + where + "]").check();
        page.locator("form[action$=rung] button").click();
        assertThat(page.locator(".notice.good")).isVisible();
        assertThat(page.locator("input[value=" + where + "]")).isChecked();
    }

    private Endpoint endpoint() {
        return hotline.core()
                .database()
                .read(handle -> hotline.core().agents().get(handle, "budi"))
                .getEndpoint();
    }
}
