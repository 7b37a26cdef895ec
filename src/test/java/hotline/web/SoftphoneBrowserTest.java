package hotline.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The desk's part of the softphone, with a stand-in for the carrier's library. */
class SoftphoneBrowserTest extends PageBrowserTest {
    private static final String STAND_IN = """
            class Emitter {
              constructor() { this.handlers = {}; }
              on(name, handler) { (this.handlers[name] ||= []).push(handler); }
              emit(name, value) { (this.handlers[name] || []).forEach((handler) => handler(value)); }
            }
            class Call extends Emitter {
              constructor() { super(); this.muted = false; this.did = []; }
              accept() { this.did.push('accept'); this.emit('accept'); }
              reject() { this.did.push('reject'); this.emit('reject'); }
              disconnect() { this.did.push('disconnect'); this.emit('disconnect'); }
              sendDigits(digits) { this.did.push('digits ' + digits); }
              mute(muted) { this.muted = muted; }
              isMuted() { return this.muted; }
            }
            window.Twilio = {Device: class extends Emitter {
              constructor(token) { super(); this.tokens = [token]; this.state = 'unregistered'; window.device = this; }
              updateToken(token) { this.tokens.push(token); }
              async register() { this.state = 'registered'; this.emit('registered'); }
              ring() { window.call = new Call(); this.emit('incoming', window.call); }
            }};
            """;

    SoftphoneBrowserTest() {
        super(new WebSettings(
                false,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of(new Softphone.OfCarrier(phone -> "token of " + phone.identity()))));
    }

    private void reachedBy(String endpoint) {
        site.writer.write(handle -> handle.execute("update agent set endpoint = ? where username = 'ani'", endpoint));
    }

    private Page desk(int width, ColorScheme colors) {
        Page page = open(width, colors, "en");
        page.route(
                "**/assets/vendor/twilio.min.js",
                route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                        .setContentType("text/javascript")
                        .setBody(STAND_IN)));
        return arrive(page, "ani", "/desk");
    }

    @Test
    void a_call_is_answered_taken_muted_and_hung_up_on_the_desk() {
        reachedBy("client:ani");
        Page page = desk(1440, ColorScheme.LIGHT);
        Locator phone = page.locator("[data-softphone]");
        assertThat(phone).hasAttribute("data-state", "ready");
        assertThat(page.evaluate("device.tokens")).isEqualTo(List.of("token of ani"));

        page.evaluate("device.ring()");
        assertThat(phone).hasAttribute("data-state", "ringing");
        shoot(page, "softphone-ringing");
        phone.locator("[data-answer]").click();
        assertThat(phone).hasAttribute("data-state", "open");
        phone.locator("[data-take]").click();
        phone.locator("[data-mute-it]").click();
        assertThat(phone.locator("[data-mute-it]")).hasAttribute("aria-pressed", "true");
        assertThat(page.evaluate("call.muted")).isEqualTo(true);
        shoot(page, "softphone-talking");
        phone.locator("[data-hang-up]").click();
        assertThat(phone).hasAttribute("data-state", "ready");
        assertThat(page.evaluate("call.did")).isEqualTo(List.of("accept", "digits 1", "disconnect"));
    }

    @Test
    void a_caller_who_leaves_first_a_token_that_runs_out_and_a_lost_line_are_handled() {
        reachedBy("client:ani");
        Page page = desk(390, ColorScheme.DARK);
        Locator phone = page.locator("[data-softphone]");
        assertThat(phone).hasAttribute("data-state", "ready");

        page.evaluate("device.ring()");
        page.evaluate("call.emit('cancel')");
        assertThat(phone).hasAttribute("data-state", "ready");
        page.evaluate("device.emit('tokenWillExpire')");
        page.waitForCondition(() -> page.evaluate("device.tokens.length").equals(2));
        page.evaluate("device.state = 'unregistered'; device.emit('unregistered')");
        assertThat(phone).hasAttribute("data-state", "off");
        page.evaluate("device.emit('error', {code: 31005})");
        assertThat(phone).hasAttribute("data-state", "ready");
        page.evaluate("device.emit('error', {code: 31401})");
        assertThat(phone).hasAttribute("data-state", "denied");
        shoot(page, "softphone-denied-phone");
    }

    @Test
    void only_the_desk_of_who_is_rung_there_may_reach_the_carrier() {
        Page page = desk(1440, ColorScheme.LIGHT);
        assertThat(page.locator("[data-softphone]")).hasCount(0);
        assertThat(policy(page, "/desk")).doesNotContain("twilio");
        reachedBy("client:ani");
        assertThat(policy(page, "/desk"))
                .contains("wss://voice-js.roaming.twilio.com")
                .doesNotContain("unsafe");
        assertThat(policy(page, "/account")).doesNotContain("twilio");
    }

    private String policy(Page page, String path) {
        Response answer = page.navigate(site.url(path).toString());
        return answer.headers().get("content-security-policy");
    }
}
