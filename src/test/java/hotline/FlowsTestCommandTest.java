package hotline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/** What {@code hotline flows test} says to people, to programs and to GitHub. */
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

    private void writeTwoExamples() throws IOException {
        write("tests/two.yaml", """
                # One of them is wrong.
                test: a caller hangs up
                call: [hang up]
                ---
                test: 100 % wrong, as I see it
                call:
                  - press: 4
                  - hear: goodbye
                """);
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readTree(text);
    }

    @Test
    void programs_read_each_call_and_what_is_not_covered() throws IOException {
        writeTwoExamples();

        Answer answer = run("flows", "test", folder.toString(), "--format", "json");
        JsonNode json = json(answer.text());

        assertThat(answer.code()).isEqualTo(1);
        assertThat(json.get("folder").asText()).isEqualTo(folder.toString());
        assertThat(json.get("passed").asInt()).isEqualTo(1);
        assertThat(json.get("failed").asInt()).isEqualTo(1);
        assertThat(json.get("seconds").asDouble()).isPositive();
        assertThat(json.get("problems")).isEmpty();
        assertThat(json.get("calls").findValuesAsText("name"))
                .containsExactly("a caller hangs up", "100 % wrong, as I see it");
        JsonNode right = json.at("/calls/0");
        assertThat(right.get("file").asText()).isEqualTo("tests/two.yaml");
        assertThat(right.get("line").asInt()).isEqualTo(2);
        assertThat(right.get("passed").asBoolean()).isTrue();
        assertThat(right.get("seconds").asDouble()).isPositive();
        assertThat(right.get("differences")).isEmpty();
        JsonNode difference = json.at("/calls/1/differences/0");
        assertThat(json.at("/calls/1/passed").asBoolean(true)).isFalse();
        assertThat(difference.get("file").asText()).isEqualTo("tests/two.yaml");
        assertThat(difference.get("line").asInt()).isEqualTo(8);
        assertThat(difference.get("at").asText()).startsWith("ticket-status/");
        assertThat(difference.get("expected").asText()).isEqualTo("hear goodbye");
        assertThat(difference.at("/found/0").asText()).startsWith("ask-ticket-number");
        assertThat(json.at("/calls/1/course/1").asText()).isEqualTo("press 4");
        covered(json.at("/coverage/steps"));
        covered(json.at("/coverage/branches"));
        assertThat(json.at("/coverage/steps/uncovered").toString()).contains("\"human/waiting\"");
        assertThat(json.at("/coverage/branches/uncovered").findValuesAsText("step"))
                .contains("human/waiting");
        JsonNode branch = json.at("/coverage/branches/uncovered/0");
        assertThat(folder.resolve(branch.get("file").asText())).exists();
        assertThat(Files.readAllLines(folder.resolve(branch.get("file").asText()))
                        .get(branch.get("line").asInt() - 1)
                        .substring(branch.get("column").asInt() - 1))
                .startsWith(branch.get("target").asText());
    }

    private static void covered(JsonNode part) {
        assertThat(part.get("covered").asInt()).isPositive();
        assertThat(part.get("all").asInt())
                .isEqualTo(part.get("covered").asInt() + part.get("uncovered").size());
        assertThat(part.get("percent").asInt()).isBetween(1, 99);
    }

    @Test
    void programs_read_no_coverage_of_chosen_examples() throws IOException {
        writeTwoExamples();
        Answer answer = run("flows", "test", folder.toString(), "--format", "json", "--only", "hangs up");
        assertThat(answer.code()).isZero();
        assertThat(json(answer.text()).get("calls")).hasSize(1);
        assertThat(json(answer.text()).has("coverage")).isFalse();
    }

    @Test
    void programs_read_why_nothing_was_played() throws IOException {
        Answer none = run("flows", "test", folder.toString(), "--format", "json");
        assertThat(none.code()).isZero();
        assertThat(json(none.text()).get("calls")).isEmpty();

        write("tests/wrong.yaml", "tset: a\ncall: [hang up]\n");
        Answer wrong = run("flows", "test", folder.toString(), "--format", "json");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(json(wrong.text()).get("problems").findValuesAsText("rule"))
                .containsExactly("missing-field", "unknown-field");
        assertThat(json(wrong.text()).at("/problems/0/file").asText()).isEqualTo("tests/wrong.yaml");
    }

    private void breakTheFlows() throws IOException {
        String menu = Files.readString(folder.resolve("main-menu.yaml"));
        write("main-menu.yaml", menu.replace("missing-order", "missing-oder"));
    }

    @Test
    void programs_read_what_is_wrong_with_the_flows() throws IOException {
        breakTheFlows();

        Answer answer = run("flows", "test", folder.toString(), "--format", "json");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(json(answer.text()).at("/problems/0/file").asText()).isEqualTo("main-menu.yaml");
        assertThat(json(answer.text()).get("problems").findValuesAsText("rule")).contains("unknown-step");
        assertThat(json(answer.text()).get("calls")).isEmpty();
    }

    @Test
    void people_and_github_are_told_what_is_wrong_with_the_flows() throws IOException {
        breakTheFlows();

        Answer text = run("flows", "test", folder.toString());
        assertThat(text.code()).isEqualTo(2);
        assertThat(text.text()).startsWith("main-menu.yaml:").contains("missing-oder");
        Answer marks = run("flows", "test", folder.toString(), "--format", "github");
        assertThat(marks.code()).isEqualTo(2);
        assertThat(marks.text()).startsWith("::error file=" + folder + "/main-menu.yaml,line=");
    }

    @Test
    void examples_that_are_not_utf_8_are_told() throws IOException {
        writeTwoExamples();
        Path old = folder.resolve("tests/old.yaml");
        Files.writeString(old, "test: café\ncall: [hang up]\n", StandardCharsets.ISO_8859_1);

        Answer answer = run("flows", "test", folder.toString());
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.text())
                .startsWith("tests/old.yaml:1:1: error: the file is not UTF-8 text")
                .hasLineCount(1);
    }

    @Test
    void programs_and_github_are_told_that_no_example_has_the_name() throws IOException {
        writeTwoExamples();
        String why = "no example's name contains \"100 % right\"";

        Answer json = run("flows", "test", folder.toString(), "--only", "100 % right", "--format", "json");
        assertThat(json.code()).isEqualTo(1);
        assertThat(json(json.text()).get("note").asText()).isEqualTo(why);
        assertThat(run("flows", "test", folder.toString(), "--only", "100 % right", "--format", "github"))
                .isEqualTo(new Answer(1, "::error::" + why.replace("%", "%25") + "\n"));
    }

    @Test
    void programs_and_github_are_told_that_there_are_no_examples() throws IOException {
        String why = "there are no examples in " + folder.resolve("tests");

        Answer json = run("flows", "test", folder.toString(), "--format", "json");
        assertThat(json.code()).isZero();
        assertThat(json(json.text()).get("note").asText()).isEqualTo(why);
        assertThat(run("flows", "test", folder.toString(), "--format", "github"))
                .isEqualTo(new Answer(0, "::warning::" + why + "\n"));
    }

    @Test
    void github_marks_where_a_call_went_another_way_and_where_none_went() throws IOException {
        writeTwoExamples();
        Answer answer = run("flows", "test", folder.toString(), "--format", "github");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.text().lines().findFirst().orElseThrow())
                .startsWith("::error file=" + folder + "/tests/two.yaml,line=8,col=5,title=100 %25 wrong%2C as I see it"
                        + "::at ticket-status/")
                .contains(": expected hear goodbye, but was ask-ticket-number");
        assertThat(answer.text().lines().skip(1))
                .allMatch(line -> line.startsWith("::warning file=" + folder + "/"))
                .anyMatch(line -> line.contains("title=not covered::no example call goes human/waiting full -> full"));
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
