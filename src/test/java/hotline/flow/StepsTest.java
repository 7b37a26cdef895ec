package hotline.flow;

import static hotline.phone.Language.ENGLISH;
import static hotline.phone.Language.INDONESIAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the steps without a class of their own here do with what a caller does. */
class StepsTest {
    private final PretendShop shop = new PretendShop();

    private Caller ring(SmallFlows flows) {
        return Caller.rings(flows.load(), "main", INDONESIAN, shop);
    }

    @Test
    void a_choice_is_kept_as_a_value() {
        Caller caller = ring(new SmallFlows().main("""
                        first: {choose: color, prompt: ask, keys: {1: red, 2: blue}, then: tell, otherwise: human}
                        tell: {hang-up: tell}
                        """).prompts("ask").prompt("tell", "\"{color}\""));

        assertThat(caller.presses("2").saidNow()).isEqualTo("blue");
    }

    @ParameterizedTest
    @CsvSource({
        "color is red, red, yes",
        "color is red, blue, no",
        "color is not red, blue, yes",
        "color is set, blue, yes",
        "color is set, , no",
        "color is not set, , yes",
        "color is more than 3, 4, yes",
        "color is more than 3, 3, no",
        "color is less than 3, 2, yes",
        "color is less than 3, many, no"
    })
    void a_decision_goes_by_what_is_known(String condition, String value, String expected) {
        Map<String, String> values = value == null ? Map.of() : Map.of("color", value);

        assertThat(Condition.parse(condition).orElseThrow().holds(values)).isEqualTo(expected.equals("yes"));
    }

    @Test
    void the_first_case_that_holds_decides() {
        Caller caller = ring(new SmallFlows().main("""
                        first: {choose: color, prompt: ask, keys: {1: red, 2: blue, 3: green}, then: which, otherwise: human}
                        which:
                          decide:
                            - {when: color is red, go: red}
                            - {when: color is set, go: other}
                          otherwise: human
                        red: {hang-up: red}
                        other: {hang-up: other}
                        """).prompts("ask", "red", "other"));

        assertThat(caller.presses("3").saidNow()).isEqualTo("other");
    }

    @Test
    void a_flow_that_is_called_comes_back_by_the_way_it_names() {
        Caller caller = ring(new SmallFlows().main("""
                        first: {call: inner, good: good, bad: bad}
                        good: {hang-up: good}
                        bad: {hang-up: bad}
                        """).file("inner.yaml", """
                        flow: inner
                        returns: [good, bad]
                        start: ask
                        steps:
                          ask: {menu: ask, keys: {1: good, 2: bad}, otherwise: bad}
                        """).prompts("ask", "good", "bad"));
        assertThat(caller.place()).isEqualTo("inner/ask");

        assertThat(caller.presses("2").saidNow()).isEqualTo("bad");
        assertThat(caller.session().returns()).isEmpty();
    }

    @Test
    void another_language_goes_on_in_its_own_voice() {
        Caller caller = ring(new SmallFlows().main("""
                        first: {language: next, then: bye}
                        bye: {hang-up: bye}
                        """).prompts("bye"));

        assertThat(caller.turn().utterances())
                .containsExactly(new Utterance.Say("bye", Map.of(), ENGLISH, Voice.of("Voice.en"), "bye"));
    }

    @Test
    void a_message_brings_only_the_values_that_it_mentions() {
        ring(new SmallFlows().main("""
                        first: {choose: color, prompt: ask, keys: {1: red}, then: size, otherwise: human}
                        size: {choose: size, prompt: ask, keys: {1: small}, then: send, otherwise: human}
                        send: {message: note, then: human}
                        """).prompts("ask").message("note", "\"It is {color}.\""))
                .presses("1", "1");

        assertThat(shop.asked(Question.SendMessage.class))
                .contains(new Question.SendMessage("note", Map.of("color", "red")));
    }

    @Test
    void a_voice_message_is_kept_and_one_without_a_sound_is_not() {
        SmallFlows flows = new SmallFlows().main("""
                        first: {voicemail: speak, most-seconds: 60, then: kept, otherwise: human}
                        kept: {hang-up: kept}
                        """).prompts("speak", "kept");
        assertThat(ring(flows).expects()).isEqualTo(new Expect.Recording(Duration.ofSeconds(60)));

        assertThat(ring(flows).send(new Input.Recorded("https://r/1", 0)).saidNow())
                .isEqualTo("human bye");
        assertThat(ring(flows).send(new Input.Recorded("https://r/1", 9)).saidNow())
                .isEqualTo("kept");
        assertThat(shop.asked(Question.KeepVoicemail.class).orElseThrow().seconds())
                .isEqualTo(9);
    }
}
