package hotline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GatherTest extends ExchangeTest {
    /** Fifteen characters, so about a second. */
    private static final String PROMPT = "<Say>Press some key.</Say>";

    private void gather(String attributes) {
        hotline.on("/voice", "<Gather " + attributes + ">" + PROMPT + "</Gather><Say>Nothing.</Say>")
                .on("/keys", "<Say>Thank you.</Say>");
        caller.dial(HOTLINE);
    }

    private ScriptedHotline.Asked keys() {
        return hotline.lastAsked("/keys");
    }

    @Test
    void silence_after_the_prompt_lasts_five_seconds_and_then_the_document_goes_on() {
        gather("action=\"/keys\"");
        seconds(5.9);
        assertThat(caller.words()).containsExactly("Press some key.");
        seconds(0.3);
        assertThat(caller.words()).containsExactly("Press some key.", "Nothing.");
        assertThat(hotline.asked("/keys")).isEmpty();
    }

    @Test
    void silence_leads_to_the_action_where_that_is_asked_for() {
        gather("action=\"/keys\" actionOnEmptyResult=\"true\" timeout=\"2\"");
        seconds(3.1);
        assertThat(keys().form()).containsEntry("Digits", List.of(""));
        assertThat(caller.words()).containsExactly("Press some key.", "Thank you.");
    }

    @Test
    void a_key_silences_the_prompt_and_counts() {
        gather("action=\"/keys\" numDigits=\"1\"");
        seconds(0.2);
        caller.press("7");
        assertThat(keys().value("Digits")).isEqualTo("7");
        assertThat(keys().value("FinishedOnKey")).isEmpty();
        assertThat(caller.heard().get(0).inFull()).isFalse();
        assertThat(caller.words()).containsExactly("Press some key.", "Thank you.");
    }

    @Test
    void the_first_key_of_a_longer_entry_silences_the_rest_of_the_prompt() {
        hotline.on(
                        "/voice",
                        "<Gather action=\"/keys\"><Say>Type your order number.</Say><Say>Then press hash.</Say></Gather>")
                .on("/keys", "<Hangup/>");
        caller.dial(HOTLINE);
        seconds(0.5);
        caller.press("2");
        seconds(4);
        caller.press("4#");
        assertThat(caller.words()).containsExactly("Type your order number.");
        assertThat(keys().value("Digits")).isEqualTo("24");
    }

    @Test
    void the_finishing_key_ends_the_entry_and_is_not_part_of_it() {
        gather("action=\"/keys\"");
        caller.press("240512#");
        assertThat(keys().value("Digits")).isEqualTo("240512");
        assertThat(keys().value("FinishedOnKey")).isEqualTo("#");
    }

    @Test
    void the_finishing_key_alone_is_no_input() {
        gather("action=\"/keys\"");
        caller.press("#");
        assertThat(hotline.asked("/keys")).isEmpty();
        assertThat(caller.words()).containsExactly("Press some key.", "Nothing.");
    }

    @Test
    void without_a_finishing_key_every_key_counts_and_a_pause_ends_the_entry() {
        gather("action=\"/keys\" finishOnKey=\"\" timeout=\"3\"");
        caller.press("1#");
        seconds(2.9);
        caller.press("*");
        seconds(2.9);
        assertThat(hotline.asked("/keys")).isEmpty();
        seconds(0.1);
        assertThat(keys().value("Digits")).isEqualTo("1#*");
    }

    @Test
    void keys_that_no_one_waits_for_are_lost() {
        hotline.on("/voice", "<Say>Listen to this first.</Say><Gather action=\"/keys\" numDigits=\"1\"/><Hangup/>");
        caller.dial(HOTLINE);
        caller.press("1");
        seconds(3);
        assertThat(caller.isAwaited()).isTrue();
        exchange.runUntilQuiet();
        assertThat(hotline.asked("/keys")).isEmpty();
    }

    @Test
    void a_prompt_that_may_not_be_cut_off_is_heard_to_its_end() {
        gather("action=\"/keys\" numDigits=\"1\" bargeIn=\"false\"");
        caller.press("1");
        assertThat(hotline.asked("/keys")).isEmpty();
        seconds(1.1);
        assertThat(caller.heard().get(0).inFull()).isTrue();
        caller.press("2");
        assertThat(keys().value("Digits")).isEqualTo("2");
    }

    @Test
    void without_an_action_the_same_document_is_asked_again() {
        hotline.on("/voice", asked -> asked.value("Digits").isEmpty() ? "<Gather numDigits=\"1\"/>" : "<Hangup/>");
        caller.dial(HOTLINE);
        caller.press("5");
        assertThat(hotline.lastAsked("/voice").value("Digits")).isEqualTo("5");
        assertThat(caller.isIdle()).isTrue();
    }

    @Test
    void the_action_is_relative_to_the_document_and_may_be_a_get() {
        hotline.on("/voice", "<Redirect>/a/b?turn=1</Redirect>")
                .on("/a/b", "<Gather numDigits=\"1\" action=\"?turn=2\" method=\"GET\"/>");
        caller.dial(HOTLINE);
        hotline.on("/a/b", "<Hangup/>");
        caller.press("1");
        assertThat(hotline.lastAsked("/a/b").method()).isEqualTo("GET");
        assertThat(hotline.lastAsked("/a/b").value("turn")).isEqualTo("2");
        assertThat(hotline.lastAsked("/a/b").value("Digits")).isEqualTo("1");
    }

    @Test
    void speech_is_heard_where_it_is_asked_for() {
        gather("action=\"/keys\" input=\"dtmf speech\"");
        caller.say("my parcel is late");
        assertThat(keys().value("SpeechResult")).isEqualTo("my parcel is late");
    }
}
