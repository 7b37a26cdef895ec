package hotline.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoicemailBrowserTest extends PageBrowserTest {
    @Test
    void an_agent_hears_a_message_and_marks_it() {
        Page page = open(1440, ColorScheme.LIGHT, "id-ID");
        signIn(page);
        assertThat(page.locator("#voicemail")).isHidden();
        site.leavesMessage("RE1");
        assertThat(page.locator("#voicemail")).containsText("Pesanan belum diterima");
        assertThat(page.locator("#voicemail")).containsText("0:12");

        Object seconds = page.locator("#voicemail audio").evaluate("audio => audio.play().then(() => audio.duration)");
        org.assertj.core.api.Assertions.assertThat(((Number) seconds).doubleValue())
                .isBetween(0.09, 0.11);

        site.leavesMessage("RE2");
        assertThat(page.locator("#voicemail li")).hasCount(2);
        page.locator("#voicemail button").first().click();
        assertThat(page.locator("#voicemail li")).hasCount(1);
        page.locator("#voicemail button").first().click();
        assertThat(page.locator("#voicemail")).isHidden();
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT, id-ID", "1440, DARK, en-US", "390, LIGHT, en-US", "390, DARK, id-ID"})
    void messages_are_seen(int width, ColorScheme colors, String locale) {
        site.leavesMessage("RE1");
        site.leavesMessage("RE2");
        Page page = openForAxe(width, colors, locale);
        signIn(page);
        if (locale.startsWith("en")) {
            page.locator("button[lang=en]").click();
        }
        assertThat(page.locator("#voicemail li")).hasCount(2);
        if (width < 1000) {
            page.locator("#voicemail").scrollIntoViewIfNeeded();
        }
        shoot(page, "voicemail-" + width + "-" + colors.name().toLowerCase(Locale.ROOT));
        assertAccessible(page);
    }
}
