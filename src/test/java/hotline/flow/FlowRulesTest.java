package hotline.flow;

import static hotline.flow.FlowMistakes.GOOD;
import static hotline.flow.FlowMistakes.good;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of the checks has a flow that breaks it: most in {@link FlowMutationsTest}, the rest here. */
class FlowRulesTest {
    record Broken(Rule rule, String place, SmallFlows flows) {
        @Override
        public String toString() {
            return rule.ruleName();
        }
    }

    static Stream<Broken> broken() {
        SmallFlows missing = good();
        missing.files().remove("entries.yaml");
        SmallFlows nobody = good();
        nobody.files().remove("human.yaml");
        return Stream.of(
                new Broken(Rule.FILE_TOO_BIG, "main.yaml:1", good().main("#".repeat(YamlReader.MOST_CHARACTERS))),
                new Broken(Rule.NOT_UTF_8, "main.yaml:1", good().file("main.yaml", YamlReader.NOT_UTF_8)),
                new Broken(Rule.MISSING_FILE, "entries.yaml:1", missing),
                new Broken(Rule.NO_HUMAN_FLOW, "human.yaml:1", nobody),
                new Broken(Rule.NO_NUMBER, "numbers.yaml:1", good().file("numbers.yaml", "{}\n")),
                new Broken(
                        Rule.ENDLESS_LOOP,
                        "main.yaml:4",
                        good().main("first: {menu: ask, keys: {1: second}, otherwise: second}\n"
                                + "second: {menu: ask, keys: {1: first}, otherwise: first}\n")),
                new Broken(Rule.TOO_ENTANGLED, "human.yaml:1", entangled()));
    }

    /** Every flow calls the next one from two steps: twice as many ways each time. */
    private static SmallFlows entangled() {
        SmallFlows flows = good().main(GOOD.replace("say: bye, then: end", "call: deep-0, done: end"));
        for (int i = 0; i < 15; i++) {
            flows.file("deep-" + i + ".yaml", """
                    flow: deep-%1$d
                    returns: [done]
                    start: ask
                    steps:
                      ask: {menu: ask, keys: {1: one, 2: two}, otherwise: done}
                      one: {call: deep-%2$d, done: done}
                      two: {call: deep-%2$d, done: done}
                    """.formatted(i, i + 1));
        }
        return flows.file("deep-15.yaml", """
                flow: deep-15
                returns: [done]
                start: ask
                steps:
                  ask: {menu: ask, keys: {1: done}, otherwise: done}
                """);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void a_broken_rule_is_told_at_its_line(Broken broken) {
        assertThat(FlowLoader.check(broken.flows().files()))
                .extracting(problem -> problem.rule() + " " + problem.file() + ":" + problem.line())
                .contains(broken.rule() + " " + broken.place());
    }

    @Test
    void every_rule_is_broken_once() throws IOException {
        Set<String> rules = new TreeSet<>(Set.of(
                Rule.WRONG_AUDIO.ruleName(),
                Rule.RECORDING_WITHOUT_VALUES.ruleName(),
                Rule.UNUSED_RECORDING.ruleName(),
                Rule.UNREAD_FILE.ruleName()));
        FlowMutationsTest.mutations().forEach(mutation -> rules.add(mutation.rule()));
        broken().forEach(broken -> rules.add(broken.rule().ruleName()));

        assertThat(Stream.of(Rule.values()).map(Rule::ruleName)).containsExactlyInAnyOrderElementsOf(rules);
    }

    @Test
    void a_recording_that_the_carrier_cannot_play_is_told(@TempDir Path folder) throws IOException {
        SmallFlows flows = good().main(GOOD.replace(
                "say: bye, then",
                "queue: other, music: hold.wav, ringing: bye, place: bye, offer: bye, connected: bye, estimate: bye,"
                        + " nobody: end, full: end, closed: end, too-long: end, then"));
        for (Map.Entry<String, String> file : flows.files().entrySet()) {
            Files.createDirectories(folder.resolve(file.getKey()).getParent());
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        Files.createDirectories(folder.resolve("audio"));
        byte[] wav = Files.readAllBytes(Path.of("voice-flows/audio/hold.wav"));

        assertThat(told(folder, wav)).isEmpty();
        wav[22] = 2;
        assertThat(told(folder, wav)).containsExactly("the recording `hold.wav` has 2 channels; a phone has one");
        wav[20] = 85;
        assertThat(told(folder, wav))
                .containsExactly(
                        "the recording `hold.wav` has an encoding that the carrier does not play (number 85, 16 bits)");
        wav[0] = 'X';
        assertThat(told(folder, wav)).containsExactly("the recording `hold.wav` is not a WAV file");
    }

    private static Stream<String> told(Path folder, byte[] wav) throws IOException {
        Files.write(folder.resolve("audio/hold.wav"), wav);
        return FlowLoader.check(folder).stream()
                .filter(problem -> problem.rule() == Rule.WRONG_AUDIO)
                .map(FlowProblem::text);
    }
}
