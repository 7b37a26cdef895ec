package hotline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DialNumberTest extends ExchangeTest {

    private void dial(String attributes, String noun) {
        hotline.on("/voice", "<Dial action=\"/over\" " + attributes + ">" + noun + "</Dial>")
                .on("/over", "<Say>Over.</Say>");
        caller.dial(HOTLINE);
    }

    @Test
    void the_other_phone_rings_with_the_callers_number_and_both_talk() {
        dial("", AGENT);
        assertThat(agent.isRinging()).isTrue();
        assertThat(agent.otherEnd()).contains(CALLER);
        seconds(4);
        agent.answer();
        caller.say("Halo");
        agent.say("Selamat siang");
        assertThat(agent.heard()).extracting(Heard::text).containsExactly("Halo");
        assertThat(caller.heard()).extracting(Heard::text).containsExactly("ringing", "Selamat siang");
        seconds(10);
        agent.hangUp();
        exchange.runUntilQuiet();

        ScriptedHotline.Asked over = hotline.lastAsked("/over");
        assertThat(over.value("DialCallStatus")).isEqualTo("completed");
        assertThat(over.value("DialCallSid")).startsWith("CA").isNotEqualTo(over.value("CallSid"));
        assertThat(over.value("DialCallDuration")).isEqualTo("10");
        assertThat(over.value("DialBridged")).isEqualTo("true");
        assertThat(caller.words()).containsExactly("Over.");
    }

    @Test
    void a_phone_that_no_one_answers_rings_for_thirty_seconds() {
        dial("", AGENT);
        seconds(29);
        assertThat(agent.isRinging()).isTrue();
        seconds(1);
        assertThat(agent.isRinging()).isFalse();
        assertThat(hotline.lastAsked("/over").value("DialCallStatus")).isEqualTo("no-answer");
        assertThat(hotline.lastAsked("/over").value("DialBridged")).isEqualTo("false");
    }

    @Test
    void a_busy_phone_and_an_unreachable_one_are_told_apart() {
        agent.habit(Phone.Habit.BUSY, Duration.ZERO);
        dial("", AGENT);
        assertThat(hotline.lastAsked("/over").value("DialCallStatus")).isEqualTo("busy");
        exchange.runUntilQuiet();
        agent.habit(Phone.Habit.UNREACHABLE, Duration.ZERO);
        caller.dial(HOTLINE);
        assertThat(hotline.lastAsked("/over").value("DialCallStatus")).isEqualTo("failed");
    }

    @Test
    void a_whisper_is_heard_before_the_two_are_connected_and_may_refuse() {
        hotline.on(
                        "/whisper",
                        "<Gather numDigits=\"1\" action=\"/choice\"><Say>Press 1 to accept.</Say></Gather><Hangup/>")
                .on("/choice", "");
        dial("", "<Number url=\"/whisper\" statusCallback=\"/events\">" + AGENT + "</Number>");
        agent.answer();
        agent.say("too early");
        agent.press("1");
        agent.say("now");
        assertThat(caller.heard()).extracting(Heard::text).containsExactly("ringing", "now");
        caller.hangUp();
        exchange.runUntilQuiet();
        assertThat(agent.isIdle()).isTrue();
        assertThat(hotline.lastAsked("/events").value("ParentCallSid")).startsWith("CA");

        caller.dial(HOTLINE);
        agent.answer();
        seconds(10);
        assertThat(agent.isIdle()).isTrue();
        assertThat(caller.heard()).extracting(Heard::text).contains("Over.");
    }

    @Test
    void of_several_phones_the_first_to_answer_is_connected() {
        Phone other = exchange.phone("+6281300000009");
        dial("", "<Number>" + AGENT + "</Number><Number>" + other.number() + "</Number>");
        assertThat(other.isRinging()).isTrue();
        agent.answer();
        assertThat(other.isIdle()).isTrue();
        assertThat(agent.isTalking()).isTrue();
    }

    @Test
    void in_sequence_the_second_phone_rings_when_the_first_has_refused() {
        Phone other = exchange.phone("+6281300000009");
        dial("sequential=\"true\"", "<Number>" + AGENT + "</Number><Number>" + other.number() + "</Number>");
        assertThat(other.isRinging()).isFalse();
        agent.reject();
        assertThat(other.isRinging()).isTrue();
    }

    @Test
    void the_star_key_hangs_up_on_the_other_where_that_is_asked_for() {
        dial("hangupOnStar=\"true\"", AGENT);
        agent.answer();
        caller.press("*");
        assertThat(agent.isIdle()).isTrue();
        assertThat(hotline.lastAsked("/over").value("DialCallStatus")).isEqualTo("completed");
    }

    @Test
    void the_callers_leaving_ends_the_other_call_and_the_action_is_still_asked() {
        dial("", AGENT);
        caller.hangUp();
        assertThat(agent.isIdle()).isTrue();
        exchange.runUntilQuiet();
        assertThat(hotline.lastAsked("/over").value("CallStatus")).isEqualTo("completed");
        assertThat(exchange.openCalls()).isZero();
    }

    @Test
    void a_client_in_a_browser_is_a_phone_like_any_other() {
        dial("", "<Client>agent-7</Client>");
        assertThat(exchange.phone("client:agent-7").isRinging()).isTrue();
        exchange.phone("client:agent-7").answer();
        assertThat(exchange.phone("client:agent-7").isTalking()).isTrue();
    }
}
