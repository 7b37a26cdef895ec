package hotline.flow;

import static hotline.flow.FlowMistakes.good;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.phone.Language;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who speaks a language, and who does when that voice cannot. */
class VoicesTest {
    private static SmallFlows voices(String id) {
        return good().file("voices.yaml", "id: " + id + "\nen: Voice.en\n");
    }

    @Test
    void a_language_has_one_voice_or_a_voice_and_a_fallback() {
        VoiceFlows flows =
                voices("{voice: Voice.id, fallback: Voice.of.others}").load();

        assertThat(flows.voice(Language.INDONESIAN)).isEqualTo(new Voice("Voice.id", Optional.of("Voice.of.others")));
        assertThat(flows.voice(Language.ENGLISH)).isEqualTo(Voice.of("Voice.en"));
        assertThat(flows.say(FixedPrompt.ONE_MOMENT, Language.INDONESIAN, Map.of()))
                .isInstanceOfSatisfying(
                        Utterance.Say.class,
                        say -> assertThat(say.voice()).isEqualTo(flows.voice(Language.INDONESIAN)));
        assertThat(voices("{voice: Voice.id}").load().voice(Language.INDONESIAN))
                .isEqualTo(Voice.of("Voice.id"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            "{voice: A, fallback: A}" | "1:26 SAME_VOICE the fallback is the voice itself, and fails when it does"
            "{fallback: A}" | "1:1 MISSING_FIELD language `id` has no `voice`: the carrier's name of the voice"
            "{voice: A, fallback: [B]}" | "1:26 WRONG_FORM `fallback` must be a text"
            "{voice: A, falback: B}" | "1:16 UNKNOWN_FIELD language `id` has no field `falback`; did you mean `fallback`?"
            "[A, B]" | "1:5 WRONG_FORM `id` must be a text"
            "Google.en-US-Wavenet-A" | "1:5 VOICE_OF_OTHER_LANGUAGE `Google.en-US-Wavenet-A` speaks `en`, not `id`"
            "{voice: A, fallback: Google.ms-MY-Standard-A}" | "1:26 VOICE_OF_OTHER_LANGUAGE `Google.ms-MY-Standard-A` speaks `ms`, not `id`"
            """)
    void a_mistake_is_told_at_its_place(String written, String problem) {
        assertThat(FlowLoader.check(voices(written).files()))
                .filteredOn(one -> one.file().equals("voices.yaml"))
                .extracting(one -> one.line() + ":" + one.column() + " " + one.rule() + " " + one.text())
                .containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource({"Google.id-ID-Chirp3-HD-Aoede", "Polly.Zhiyu", "Google.cmn-CN-Standard-A", "woman"})
    void a_name_that_tells_no_other_language_is_taken(String name) {
        assertThat(FlowLoader.check(voices("{voice: A, fallback: " + name + "}").files()))
                .filteredOn(one -> one.file().equals("voices.yaml"))
                .isEmpty();
    }
}
