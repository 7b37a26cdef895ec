package hotline;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.flow.FlowLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code hotline flows test} says when there is nothing to play. */
class FlowsTestCommandTest {
    private static final Path SAMPLE = Path.of("voice-flows");

    @TempDir
    private Path folder;

    /** What a command printed, and its exit code. */
    private record Answer(int code, String text) {}

    @BeforeEach
    void without_examples() throws IOException {
        for (Map.Entry<String, String> file : FlowLoader.read(SAMPLE).entrySet()) {
            write(file.getKey(), file.getValue());
        }
        Files.createDirectories(folder.resolve("audio"));
        Files.copy(SAMPLE.resolve("audio/hold.wav"), folder.resolve("audio/hold.wav"));
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }

    private static Answer run(String... arguments) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            int code = Main.commandLine().execute(arguments);
            return new Answer(code, printed.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
        }
    }

    @Test
    void a_name_that_no_example_has_is_a_failure() {
        assertThat(run("flows", "test", "voice-flows", "--only", "wrong item"))
                .isEqualTo(new Answer(1, "no example's name contains \"wrong item\"\n"));
    }

    @Test
    void a_folder_without_examples_is_said_to_have_none() {
        String none = "there are no examples in " + folder.resolve("tests") + "\n";
        assertThat(run("flows", "test", folder.toString())).isEqualTo(new Answer(0, none));
        assertThat(run("flows", "test", folder.toString(), "--only", "wrong item"))
                .isEqualTo(new Answer(1, none));
    }

    @Test
    void examples_that_are_not_read_for_their_names_are_not_taken_for_none() throws IOException {
        write("tests/more.yml", "test: a\ncall: [hang up]\n");

        Answer answer = run("flows", "test", folder.toString());
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.text())
                .startsWith("tests/more.yml:1:1: warning: the file is not read: its name must end in .yaml\n");
    }
}
