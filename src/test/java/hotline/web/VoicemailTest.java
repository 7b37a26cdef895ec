package hotline.web;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.Role;
import hotline.ticket.Voicemail;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The addresses of voice messages, as a browser asks for them. */
class VoicemailTest {
    private final TestSite site = new TestSite().withAgent("ani", Role.AGENT).withSampleCaller();

    @AfterEach
    void close() {
        site.close();
    }

    private Browser signedIn() {
        Browser browser = new Browser(site);
        browser.signIn("ani", TestSite.PASSWORD);
        return browser;
    }

    @Test
    void who_is_signed_in_hears_a_message() {
        UUID message = site.leavesMessage("RE1");

        HttpResponse<String> audio = signedIn().get("/voicemails/" + message + "/audio");

        assertThat(audio.statusCode()).isEqualTo(200);
        assertThat(audio.headers().firstValue("Content-Type")).hasValue("audio/wav");
        assertThat(audio.body()).startsWith("RIFF");
    }

    @Test
    void nobody_else_does() {
        UUID message = site.leavesMessage("RE1");

        HttpResponse<String> audio = new Browser(site).get("/voicemails/" + message + "/audio");

        assertThat(audio.statusCode()).isEqualTo(303);
        assertThat(audio.headers().firstValue("Location")).hasValue("/sign-in");
    }

    @Test
    void a_message_that_does_not_exist_is_not_found() {
        Browser browser = signedIn();

        assertThat(browser.get("/voicemails/" + new UUID(1, 1) + "/audio").statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/voicemails/1/audio").statusCode()).isEqualTo(404);
    }

    @Test
    void a_recording_that_the_carrier_does_not_give_is_told_in_words() {
        UUID message = site.leavesMessage("gone");

        HttpResponse<String> audio = signedIn().get("/voicemails/" + message + "/audio");

        assertThat(audio.statusCode()).isEqualTo(502);
        assertThat(audio.body()).contains("Rekaman ini belum bisa diambil");
    }

    @Test
    void who_deals_with_a_message_is_kept() {
        UUID message = site.leavesMessage("RE1");
        Browser browser = signedIn();
        String token = Browser.token(browser.get("/desk").body());

        browser.post("/voicemails/" + message + "/heard", Map.of("_token", token));

        Optional<Voicemail> heard = site.database.read(handle -> site.voicemails.find(handle, message));
        assertThat(heard.flatMap(Voicemail::heardBy)).hasValue("ani");
        assertThat(browser.get("/desk").body()).doesNotContain(message.toString());
    }

    @Test
    void a_foreign_page_cannot_mark_a_message() {
        UUID message = site.leavesMessage("RE1");

        assertThat(signedIn()
                        .post("/voicemails/" + message + "/heard", Map.of())
                        .statusCode())
                .isEqualTo(403);
    }
}
