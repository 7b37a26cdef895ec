package hotline.web;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.Role;
import hotline.flow.Voice;
import hotline.phone.Language;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Supervisors see which voice failed, and who speaks in its place. */
class SilentVoicePageTest {
    private final TestSite site = new TestSite().withAgent("sari", Role.SUPERVISOR);
    private final Browser browser = new Browser(site);

    @AfterEach
    void close() {
        site.close();
    }

    private String page() {
        browser.signIn("sari", TestSite.PASSWORD);
        return browser.get("/flows").body();
    }

    private void fails(String voice) {
        site.writer.write(handle -> handle.createUpdate("""
                        insert into failed_voice (voice, error_code, failed_at, back_at) values (:voice, '13511', :now, :back)""")
                .bind("voice", voice)
                .bind("now", site.clock.instant())
                .bind("back", site.clock.instant().plus(Duration.ofMinutes(30)))
                .execute());
        site.parts.menu().voices().follow();
    }

    @Test
    void while_all_voices_speak_there_is_nothing_to_see() {
        assertThat(page()).doesNotContain("silent-title");
    }

    @Test
    void a_voice_that_failed_is_shown_with_its_fallback_until_it_is_tried_again() {
        Voice voice = site.liveFlows.versions().current().voice(Language.INDONESIAN);
        fails(voice.name());

        assertThat(page())
                .contains(
                        "silent-title", voice.name(), "13511", voice.fallback().orElseThrow())
                .contains("<time data-down datetime=\"" + TestSite.NOON.plus(Duration.ofMinutes(30)) + "\">")
                .contains("Untuk sementara digantikan");
    }

    @Test
    void a_voice_that_nobody_stands_in_for_is_told_as_such() {
        fails("Google.id-ID-Standard-A");
        assertThat(page()).contains("Google.id-ID-Standard-A", "Tidak ada suara pengganti");
    }
}
