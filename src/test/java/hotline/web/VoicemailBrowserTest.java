package hotline.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VoicemailBrowserTest extends PageBrowserTest {
    @Test
    void an_agent_hears_a_message_and_marks_it() {
        Page page = openDesk();
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
    @EnumSource
    void messages_are_seen(Reader reader) {
        site.leavesMessage("RE1");
        site.leavesMessage("RE2");
        Page page = openAs("ani", "/desk", reader);
        assertThat(page.locator("#voicemail li")).hasCount(2);
        look(page, reader, "voicemail");
    }
}
