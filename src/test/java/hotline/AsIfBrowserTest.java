package hotline;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import hotline.exchange.Phone;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The phone page of the demo, on which the hotline is rung as if it were another time. */
class AsIfBrowserTest extends RealTimeBrowserTest {
    private static final Pattern CHRISTMAS = Pattern.compile("As if it were Fri,? 25 Dec 2026, 22:00");
    private static final String CLOSED = "di luar jam layanan petugas";

    private Page openPhone(int width, ColorScheme scheme) {
        Page page = open(width, scheme, "en-US");
        page.navigate(
                exchange.address() + "/phone?number=" + URLEncoder.encode(CallRig.CALLER, StandardCharsets.UTF_8));
        assertThat(page.locator(".word")).hasText("Idle");
        return page;
    }

    /** Brings something back, and then wants a human of a queue that has hours. */
    private void asksForAHuman(Phone caller) {
        pressWhenAwaited(caller, "3");
        pressWhenAwaited(caller, "0");
    }

    @Test
    void a_call_from_the_page_hears_what_plays_then_and_says_so_until_it_ends() {
        Page page = openPhone(1440, ColorScheme.LIGHT);
        Phone caller = exchange.phone(CallRig.CALLER);
        Locator note = page.locator(".as-if-note");
        assertThat(note).isHidden();

        page.getByLabel("As if it were").fill("2026-12-25T22:00");
        page.locator("button.go").click();
        assertThat(note).hasText(CHRISTMAS);
        asksForAHuman(caller);
        assertThat(page.locator(".captions")).containsText(CLOSED);
        shoot(page, "phone-as-if-light");
        page.reload();
        assertThat(note).hasText(CHRISTMAS);

        page.locator("button.stop").click();
        assertThat(note).isHidden();
        assertThat(exchange.complaints()).isEmpty();
        assertThat(log.faults()).isEmpty();
    }

    @Test
    void the_field_is_reached_by_keyboard_and_taken_back_with_one_key() {
        Page page = openPhone(390, ColorScheme.DARK);
        Locator field = page.getByLabel("As if it were");
        Locator now = page.locator(".as-if button");
        page.locator(".to select").focus();
        page.keyboard().press("Tab");
        assertThat(field).isFocused();
        page.keyboard().type("12252026");
        page.locator("button.go").click();
        assertThat(exchange.phone(CallRig.CALLER).isIdle())
                .as("a time half typed")
                .isTrue();

        field.fill("2026-12-25T22:00");
        shoot(page, "phone-as-if-dark-narrow");
        now.click();
        assertThat(field).hasValue("");
        assertThat(field).isFocused();
        assertThat(now).isHidden();
        page.locator("button.go").click();
        assertThat(page.locator(".phone")).hasAttribute("data-state", "talking");
        assertThat(exchange.phone(CallRig.CALLER).voiceQuery()).isEmpty();
        assertThat(page.locator(".as-if-note")).isHidden();
    }
}
