package hotline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.phone.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording replaces a prompt in a language. */
class RecordingsTest {
    private static final Language ENGLISH = new Language("en");
    private static final Language INDONESIAN = new Language("id");

    @TempDir
    private Path folder;

    @BeforeEach
    void flows() throws IOException {
        for (Map.Entry<String, String> file :
                FlowLoader.load(Path.of("voice-flows")).sources().entrySet()) {
            write(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
        }
        write("audio/hold.wav", recording());
    }

    private void write(String file, byte[] bytes) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.write(folder.resolve(file), bytes);
    }

    private static byte[] recording() throws IOException {
        return Files.readAllBytes(Path.of("voice-flows/audio/hold.wav"));
    }

    @Test
    void it_plays_in_its_language_and_the_voice_says_the_other() throws IOException {
        write("audio/en/welcome.wav", recording());
        VoiceFlows flows = FlowLoader.load(folder);

        assertThat(flows.utterances("welcome", ENGLISH, Map.of()))
                .containsExactly(new Utterance.Play("/audio/en/welcome.wav"));
        assertThat(flows.utterances("welcome", INDONESIAN, Map.of())).hasOnlyElementsOfType(Utterance.Say.class);
        assertThat(FlowLoader.check(folder)).isEmpty();
        assertThat(Sentences.read(folder).list().get(0).versions().get(ENGLISH)).matches(Sentence.Version::isRecorded);
    }

    @Test
    void flows_that_were_kept_play_what_the_node_has_from_when_it_is_there() throws IOException {
        Recordings recordings = Recordings.in(folder);
        VoiceFlows flows = FlowLoader.load(FlowLoader.read(folder), recordings);
        Utterance voice = flows.say(FixedPrompt.ONE_MOMENT, ENGLISH, Map.of());
        assertThat(voice).isInstanceOf(Utterance.Say.class);

        write("audio/en/one-moment.wav", recording());
        recordings.look();
        assertThat(flows.say(FixedPrompt.ONE_MOMENT, ENGLISH, Map.of()))
                .isEqualTo(new Utterance.Play("/audio/en/one-moment.wav"));
        Files.delete(folder.resolve("audio/en/one-moment.wav"));
        recordings.look();
        assertThat(flows.say(FixedPrompt.ONE_MOMENT, ENGLISH, Map.of())).isEqualTo(voice);
    }

    @Test
    void what_cannot_be_played_is_told_and_the_voice_says_it() throws IOException {
        write("audio/en/welcome.wav", "not sound".getBytes(StandardCharsets.UTF_8));
        write("audio/en/tracking-number.wav", recording());
        write("audio/en/welcom.wav", recording());
        write("audio/fr/welcome.wav", recording());

        assertThat(FlowLoader.check(folder))
                .extracting(problem -> problem.file() + " " + problem.rule() + " " + problem.text())
                .containsExactly(
                        "audio/en/welcom.wav UNUSED_RECORDING there is no prompt `welcom` in `en` that it could"
                                + " replace; did you mean `welcome`?",
                        "audio/fr/welcome.wav UNUSED_RECORDING there is no prompt `welcome` in `fr` that it could replace",
                        "prompts/en.yaml WRONG_AUDIO the recording `en/welcome.wav` is not a WAV file",
                        "prompts/en.yaml RECORDING_WITHOUT_VALUES `tracking-number` says `{order.tracking}`, which the"
                                + " recording `en/tracking-number.wav` cannot");
        VoiceFlows flows = FlowLoader.load(FlowLoader.read(folder), Recordings.in(folder));
        assertThat(flows.utterances("welcome", ENGLISH, Map.of())).hasOnlyElementsOfType(Utterance.Say.class);
        assertThat(flows.utterances("tracking-number", ENGLISH, Map.of("order.tracking", "AB12")))
                .hasOnlyElementsOfType(Utterance.Say.class);
    }
}
