package hotline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.phone.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/voice-flows.md tells every kind of step, and what it tells is true. */
class FlowLanguagePageTest {
    private static final Path PAGE = Path.of("docs/voice-flows.md");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

    /** A row of the table of formats: what is written, of which value, what is said, and what a text message has. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\{.*)` \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|$");

    private static final Map<String, EntryKind> ENTRIES = Map.of(
            "order-number",
            new EntryKind(
                    "order-number",
                    List.of(new EntryShape("999-9999999-9999999"), new EntryShape("999999-XXXX-XXXX")),
                    14,
                    17,
                    Masking.LAST_TWO,
                    Duration.ofSeconds(6)));

    /** What is wrong with the form of a step, as opposed to names that an example does not define. */
    private static final Pattern FORM =
            Pattern.compile("has no field|has no `|must begin|begins with|is not|must be|not valid|cannot be read");

    static Stream<String> examples() throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(PAGE));
        return example.results()
                .map(found -> found.group(1))
                .filter(text -> !text.strip().startsWith("flow:"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_has_the_form_of_a_step(String example) {
        List<FlowProblem> problems =
                FlowLoader.check(new SmallFlows().main(example).files());

        assertThat(problems)
                .filteredOn(problem -> problem.file().equals("main.yaml"))
                .extracting(FlowProblem::text)
                .filteredOn(text -> FORM.matcher(text).find() && !text.contains("find-order"))
                .isEmpty();
    }

    @Test
    void every_kind_of_step_has_its_heading() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(StepKinds.names()).allSatisfy(kind -> assertThat(page).contains("\n### `" + kind + "`"));
    }

    static Stream<Arguments> values() throws IOException {
        Matcher row = ROW.matcher(Files.readString(PAGE));
        return row.results().map(found -> Arguments.of(found.group(1), found.group(2), found.group(3), found.group(4)));
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_value_is_said_and_written_as_the_page_tells(String text, String value, String said, String written)
            throws Exception {
        Prompt prompt = new Prompt(new Ref("p", new Place("p.yaml", 1, 1)), text, Language.ENGLISH);
        Map<String, String> values = Map.of(prompt.placeholders().get(0).name(), value);

        assertThat(prompt.text(values, new ValueSpeech(Locale.ENGLISH, true, ENTRIES)))
                .isEqualTo(said);
        assertThat(prompt.text(values, new ValueSpeech(Locale.ENGLISH, false, ENTRIES)))
                .isEqualTo(written);
    }

    @Test
    void every_format_of_a_value_has_its_row() throws IOException {
        List<String> rows = values().map(row -> (String) row.get()[0]).toList();

        assertThat(PromptSyntax.TYPES)
                .allSatisfy(format -> assertThat(rows).anyMatch(row -> row.matches(".*, " + format + "[,}].*")));
    }

    @Test
    void every_rule_of_the_checks_is_told() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(Rule.values())
                .allSatisfy(rule -> assertThat(page)
                        .contains("\n| `" + rule.ruleName() + "` | "
                                + rule.severity().word() + " | " + rule.mend() + " |"));
    }
}
