package hotline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.call.ConferenceRole;
import hotline.flow.Expect;
import hotline.flow.Utterance;
import hotline.flow.Voice;
import hotline.phone.Language;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said, as it stands in a whole document. */
class SayWriterTest {
    private static final String VOICE = "Google.id-ID-Wavenet-A";
    private static final Expect.Keys MENU = new Expect.Keys(1, Duration.ofSeconds(5), false);

    private final TwimlWriter writer = new TwimlWriter(
            PublicUrl.of(URI.create("https://shop.example")),
            path -> Optional.empty(),
            voice -> voice.fallback().orElse(voice.name()));

    private static Utterance say(String text) {
        return say(Voice.of(VOICE), text);
    }

    private static Utterance say(Voice voice, String text) {
        return new Utterance.Say("prompt", Map.of(), Language.INDONESIAN, voice, text);
    }

    private String write(Utterance... utterances) {
        return writer.write(List.of(utterances), MENU, "/twilio/turn/3", ConferenceRole.CALLER);
    }

    @Test
    void what_has_nothing_to_say_is_left_out() {
        assertThat(write(say(""), say(" \n "), say("\u0000\uD83D"))).doesNotContain("<Say");
    }

    @ParameterizedTest
    @CsvSource({
        "Polly.Joanna-Neural,       true",
        "Polly.Danielle-Generative, true",
        "Google.id-ID-Wavenet-A,    true",
        "Google.id-ID-Standard-B,   true",
        "Google.id-ID-Chirp3-HD-Aoede, false",
        "woman,                     false",
        "'',                        false"
    })
    void an_ellipsis_is_a_pause_in_the_way_that_the_voice_understands(String voice, boolean takesBreak) {
        String twiml = write(say(Voice.of(voice), "Satu … dua…tiga."));
        TwimlRules.verify(twiml);
        assertThat(twiml)
                .contains(
                        takesBreak
                                ? ">Satu <break time=\"500ms\"/> dua <break time=\"500ms\"/> tiga.</Say>"
                                : "Satu</Say><Pause length=\"1\"/><Say");
        assertThat(twiml).doesNotContain("…");
        assertThat(TwimlRules.said(twiml)).hasSize(takesBreak ? 1 : 3);
    }

    @Test
    void who_speaks_for_a_voice_decides_how_it_is_written() {
        Voice newest = new Voice("Google.id-ID-Chirp3-HD-Aoede", Optional.of("Google.id-ID-Standard-A"));
        String twiml = write(say(newest, "Satu … dua."), say("Tiga."));
        TwimlRules.verify(twiml);

        assertThat(twiml)
                .contains("<Say language=\"id-ID\" voice=\"Google.id-ID-Standard-A\">Satu <break")
                .doesNotContain("Chirp3");
        assertThat(writer.voices(twiml)).containsExactly("Google.id-ID-Standard-A", VOICE);
    }

    @Test
    void a_document_in_which_nobody_speaks_has_no_voices() {
        assertThat(writer.voices(write())).isEmpty();
        assertThat(writer.voices("")).isEmpty();
    }

    @Test
    void a_long_text_is_cut_between_sentences_or_words_and_all_of_it_said() {
        String sentence = "Pesanan Anda sedang dalam perjalanan. ";
        String text = sentence.repeat(300).strip();
        assertThat(TwimlRules.said(write(say(text))))
                .hasSizeGreaterThan(2)
                .allSatisfy(
                        part -> assertThat(part).hasSizeLessThanOrEqualTo(4_096).endsWith("."))
                .satisfies(parts -> assertThat(String.join(" ", parts)).isEqualTo(text));
        String words = "kata ".repeat(3_000).strip();
        assertThat(String.join(" ", TwimlRules.said(write(say(words))))).isEqualTo(words);
        String smileys = "😀".repeat(5_000);
        assertThat(String.join("", TwimlRules.said(write(say(smileys))))).isEqualTo(smileys);
    }
}
