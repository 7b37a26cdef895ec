package hotline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/voice-flows.md tells every kind of step, and what it tells is true. */
class FlowLanguagePageTest {
    private static final Path PAGE = Path.of("docs/voice-flows.md");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

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

    @Test
    void every_format_of_a_value_is_told() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(List.of("spell", "last", "date", "money", "number", "spellout", "plural", "select"))
                .allSatisfy(format -> assertThat(page).contains(", " + format));
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
