package hotline.flow;

import static hotline.flow.FlowMistakes.good;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that cannot be read is what must be mended first; what only follows from it is not told. */
class UnreadableFilesTest {
    private static List<String> told(SmallFlows flows) {
        return FlowLoader.check(flows.files()).stream()
                .map(problem -> problem.rule().ruleName() + " " + problem.file() + ":" + problem.line())
                .toList();
    }

    @Test
    void sentences_that_cannot_be_read_are_not_missed() {
        assertThat(told(good().prompt("more", "a: b")))
                .containsExactly("invalid-yaml prompts/en.yaml:1", "invalid-yaml prompts/id.yaml:1");
    }

    @Test
    void what_a_flow_that_cannot_be_read_would_say_is_not_left_over() {
        SmallFlows flows = good().prompts("more").file("more.yaml", "flow: more\nstart: a\n steps:\n");

        assertThat(told(flows)).containsExactly("invalid-yaml more.yaml:3");
    }

    @Test
    void what_a_missing_file_would_say_is_not_missed() {
        assertThat(told(good().file("voices.yaml", "id: Voice.id\nen: Voice.en\nfr: Voice.fr\n")))
                .containsExactly("missing-file messages/fr.yaml:1", "missing-file prompts/fr.yaml:1");
    }

    @Test
    void a_file_that_cannot_be_read_is_told_before_what_is_wrong_within_others() {
        SmallFlows flows = good().file("entries.yaml", "pin: {shapes: 99A, logged: nothing}\n")
                .file("more.yaml", "flow: a: b\n");

        assertThat(told(flows)).containsExactly("invalid-yaml more.yaml:1", "wrong-value entries.yaml:1");
    }

    @Test
    void it_is_told_however_much_else_is_wrong() {
        SmallFlows flows = good().prompt("more", "a: b");
        StringBuilder steps = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            steps.append("s").append(i).append(": {sai: x}\n");
        }
        assertThat(told(flows.main(steps.toString()))).startsWith("invalid-yaml prompts/en.yaml:1");
    }

    @Test
    void a_file_that_is_not_utf_8_is_told_and_so_is_what_is_wrong_within_others(@TempDir Path folder)
            throws IOException {
        write(folder, good().file("entries.yaml", "pin: {shapes: 99A, logged: nothing}\n"));
        Files.writeString(folder.resolve("more.yaml"), "flow: more # café\n", StandardCharsets.ISO_8859_1);

        assertThat(FlowLoader.check(folder))
                .extracting(FlowProblem::toString)
                .hasSize(2)
                .startsWith("more.yaml:1:1: error: the file is not UTF-8 text, so its letters cannot be told for sure")
                .last(InstanceOfAssertFactories.STRING)
                .startsWith("entries.yaml:1:");
    }

    @Test
    void sentences_that_are_not_utf_8_are_not_taken_for_none(@TempDir Path folder) throws IOException {
        write(folder, good());
        Files.write(folder.resolve("prompts/en.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe9, '\n'});

        assertThatThrownBy(() -> Sentences.read(folder))
                .isInstanceOf(FlowProblemsException.class)
                .hasMessageStartingWith("prompts/en.yaml:1:1: error: the file is not UTF-8 text");
    }

    private static void write(Path folder, SmallFlows flows) throws IOException {
        for (Map.Entry<String, String> file : flows.files().entrySet()) {
            Files.createDirectories(folder.resolve(file.getKey()).getParent());
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"more.yml", "more.YAML", "prompts/fr.yml", "messages/fr.yml", "tests/more.yml"})
    void a_file_is_told_that_is_not_read_for_its_name(String name, @TempDir Path folder) throws IOException {
        write(folder, good().file(name, ""));
        Files.writeString(folder.resolve("notes.txt"), "");
        Files.writeString(folder.resolve("my.yaml.old"), "");

        assertThat(FlowLoader.check(folder))
                .extracting(FlowProblem::toString)
                .containsOnlyOnce(name + ":1:1: warning: the file is not read: its name must end in .yaml")
                .filteredOn(problem -> problem.contains("not read"))
                .hasSize(1);
    }
}
