package hotline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.phone.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

        assertThat(List.of("spell", "last", "date", "number", "spellout", "plural", "select"))
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

    /** Somebody who does what the page says gets flows that are right; six keys in a menu are all that is warned about. */
    @Test
    void a_fifth_topic_is_added_by_what_the_page_says() throws IOException {
        String page = Files.readString(PAGE);
        List<String> blocks = Pattern.compile("   ```(?:text|yaml)\\n(.*?)   ```", Pattern.DOTALL)
                .matcher(page.substring(page.indexOf("## A fifth topic")))
                .results()
                .map(block -> block.group(1).indent(-3))
                .toList();
        Map<String, String> files =
                new TreeMap<>(FlowLoader.load(Path.of("voice-flows")).sources());
        files.merge("queues.yaml", blocks.get(0), String::concat);
        files.put("missing-item.yaml", blocks.get(1));
        files.merge("prompts/en.yaml", blocks.get(2), String::concat);
        files.merge("prompts/id.yaml", blocks.get(3), String::concat);
        files.computeIfPresent(
                "main-menu.yaml",
                (name, text) -> text.replace("      9:", blocks.get(4).indent(6) + "      9:"));
        files.computeIfPresent(
                "prompts/en.yaml",
                (name, text) -> text.replace("tatus, press 4.", "tatus, press 4. Missing item, press 5."));
        files.computeIfPresent(
                "prompts/id.yaml",
                (name, text) -> text.replace("tiket, tekan 4.", "tiket, tekan 4. Barang kurang, tekan 5."));

        assertThat(FlowLoader.check(files))
                .extracting(FlowProblem::rule)
                .containsOnly(Rule.TOO_MANY_OPTIONS, Rule.TOPIC_WITHOUT_BRANCH);
        for (String language : List.of("prompts/en.yaml", "prompts/id.yaml")) {
            files.computeIfPresent(
                    language, (name, text) -> text.replaceAll("(\\bdefective-return \\{)", "missing-item {x} $1"));
        }
        assertThat(FlowLoader.check(files)).extracting(FlowProblem::rule).containsOnly(Rule.TOO_MANY_OPTIONS);
        assertThat(FlowLoader.load(files).queue("missing-item").names())
                .containsEntry(Language.ENGLISH, "Missing item")
                .containsEntry(Language.INDONESIAN, "Barang kurang");
    }
}
