package hotline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncomingCallTest extends ExchangeTest {

    @Test
    void a_caller_hears_the_hotline_presses_a_key_and_is_led_on() {
        hotline.on(
                        "/voice",
                        "<Gather numDigits=\"1\" action=\"/menu?turn=1\"><Say language=\"id-ID\">Tekan satu.</Say></Gather>")
                .on("/menu", asked -> "<Say>You pressed " + asked.value("Digits") + "</Say><Redirect>/bye</Redirect>")
                .on("/bye", "<Say>Bye.</Say><Hangup/>");

        caller.dial(HOTLINE);
        assertThat(caller.isTalking()).isTrue();
        assertThat(caller.isAwaited()).isTrue();
        seconds(1);
        caller.press("1");
        exchange.runUntilQuiet();

        assertThat(caller.words()).containsExactly("Tekan satu.", "You pressed 1", "Bye.");
        assertThat(caller.heard().get(0).language()).isEqualTo("id-ID");
        assertThat(caller.isIdle()).isTrue();
        assertThat(caller.lastOutcome()).contains("completed");
    }

    @Test
    void the_first_webhook_carries_what_twilio_sends() {
        hotline.on("/voice", "<Hangup/>");

        caller.dial(HOTLINE);

        ScriptedHotline.Asked asked = hotline.asked("/voice").get(0);
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.value("CallSid")).matches("CA[0-9a-f]{32}");
        assertThat(asked.value("AccountSid")).isEqualTo(ACCOUNT);
        assertThat(asked.value("From")).isEqualTo(CALLER);
        assertThat(asked.value("To")).isEqualTo(HOTLINE);
        assertThat(asked.value("CallStatus")).isEqualTo("ringing");
        assertThat(asked.value("Direction")).isEqualTo("inbound");
        assertThat(asked.value("ApiVersion")).isEqualTo("2010-04-01");
        assertThat(asked.headers()).containsKeys("X-Twilio-Signature", "I-Twilio-Idempotency-Token");
    }

    @Test
    void when_the_call_is_over_its_status_callback_tells_how_long_it_was() {
        hotline.on("/voice", "<Pause length=\"1\"/><Say>x</Say><Pause length=\"61\"/>");

        caller.dial(HOTLINE);
        exchange.runUntilQuiet();

        ScriptedHotline.Asked status = hotline.lastAsked("/status");
        assertThat(status.value("CallStatus")).isEqualTo("completed");
        assertThat(status.value("CallDuration")).isEqualTo("61");
        assertThat(status.value("Duration")).isEqualTo("2");
        assertThat(status.value("CallbackSource")).isEqualTo("call-progress-events");
        assertThat(status.value("Timestamp")).isEqualTo("Mon, 02 Mar 2026 02:01:02 +0000");
    }

    @Test
    void a_rejected_call_is_never_answered() {
        hotline.on("/voice", "<Reject reason=\"busy\"/>");

        caller.dial(HOTLINE);

        assertThat(caller.lastOutcome()).contains("busy");
        assertThat(caller.heard()).isEmpty();
        assertThat(hotline.lastAsked("/status").value("CallDuration")).isEqualTo("0");
    }

    @Test
    void a_number_that_no_one_has_is_not_in_service() {
        caller.dial("+62210000000");
        exchange.runUntilQuiet();

        assertThat(caller.words()).containsExactly("The number you have dialed is not in service.");
        assertThat(caller.isIdle()).isTrue();
    }

    @Test
    void a_caller_who_hangs_up_ends_the_call_and_nothing_more_is_asked() {
        hotline.on("/voice", "<Gather action=\"/menu\"><Say>Press a key.</Say></Gather><Redirect>/again</Redirect>");

        caller.dial(HOTLINE);
        seconds(0.5);
        caller.hangUp();
        exchange.runUntilQuiet();

        assertThat(hotline.asked()).extracting(ScriptedHotline.Asked::path).containsExactly("/voice", "/status");
        assertThat(caller.heard().get(0).inFull()).isFalse();
        assertThat(exchange.openCalls()).isZero();
    }

    @Test
    void whoever_follows_the_network_reads_a_call_line_by_line() {
        List<String> lines = new ArrayList<>();
        exchange.follow(line -> lines.add(line.toString().substring(10)));
        hotline.on("/voice", "<Gather numDigits=\"1\" action=\"/menu\"><Say>Press 1.</Say></Gather>")
                .on("/menu", "<Hangup/>");

        caller.dial(HOTLINE).press("1");

        assertThat(lines)
                .containsExactly(
                        "+6281234567890  dials +62215550001",
                        "+6281234567890  answered",
                        "+6281234567890  hotline: Press 1.",
                        "+6281234567890  pressed 1",
                        "+6281234567890  call ended: completed");
    }
}
