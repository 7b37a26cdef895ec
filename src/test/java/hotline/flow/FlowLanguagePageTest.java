package hotline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.flow.Flow.PlacedStep;
import hotline.phone.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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

    /** What callers type before they come to an example, by the kind of entry. */
    private static final Map<String, String> TYPED = Map.of(
            "ticket-number", PretendShop.TICKET,
            "last-four", "7890",
            "phone-number", "081234567890",
            "order-number", "123456");

    private static final String ASKS = "main/ask-";
    private static final String PHONE_NUMBER = "phone-number: {least-digits: 8, most-digits: 15, logged: nothing}\n";

    static Stream<String> examples() throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(PAGE));
        return example.results()
                .map(found -> found.group(1))
                .filter(text -> !text.strip().startsWith("flow:"));
    }

    /** What an example names is put beside it, and nothing more is needed for the flows to work. */
    @ParameterizedTest
    @MethodSource("examples")
    void an_example_works_in_a_flow(String example) {
        SmallFlows flows = around(example);

        assertThat(FlowLoader.check(flows.files()))
                .filteredOn(problem -> problem.severity() == FlowProblem.Severity.ERROR)
                .extracting(FlowProblem::text)
                .isEmpty();

        Caller caller = Caller.rings(flows.load(), "main", Language.ENGLISH, new PretendShop());
        Set<String> asked = new HashSet<>();
        while (asked.add(caller.place()) && caller.place().startsWith(ASKS)) {
            caller.types(TYPED.getOrDefault(caller.place().substring(ASKS.length()), "1"));
        }
        assertThat(asked).hasSizeGreaterThan(TYPED.size());
        assertThat(caller.place()).doesNotStartWith(ASKS).doesNotStartWith("human/");
    }

    /** A caller who types all that a step may want to know, comes to the example, and goes on to where it leads. */
    private static SmallFlows around(String example) {
        String step = example.substring(0, example.indexOf(':'));
        PlacedStep placed = read(step, example);
        SmallFlows flows = new SmallFlows();
        flows.file("entries.yaml", flows.files().get("entries.yaml") + PHONE_NUMBER);
        Set<String> asked = new TreeSet<>(TYPED.keySet());
        StringBuilder steps = new StringBuilder();
        Set<String> made = new HashSet<>(Set.of("TARGET " + step, "TARGET human"));
        for (Use use : placed.uses()) {
            String name = use.ref().name();
            if (made.add(use.kind() + " " + name)) {
                switch (use.kind()) {
                    case TARGET -> steps.append(name).append(": {hang-up: human-bye}\n");
                    case VALUE -> asked.add(name);
                    case PROMPT -> flows.prompts(name);
                    case MESSAGE -> flows.message(name, name);
                    case FLOW -> flows.file(name + ".yaml", called(name, placed.step()));
                    default -> {}
                }
            }
        }
        return flows.file("main.yaml", asking(asked, step) + (steps + example).indent(2));
    }

    /** A head that asks for values before it comes to a step; typed ones first, as a typed order has others forgotten. */
    private static String asking(Set<String> values, String step) {
        List<String> lastFirst = new ArrayList<>(values);
        lastFirst.sort(Comparator.comparing(TYPED::containsKey));
        StringBuilder steps = new StringBuilder();
        String first = step;
        for (String value : lastFirst) {
            String name = "ask-" + value.replace('.', '-');
            String kind = TYPED.containsKey(value) ? "collect: " + value : "choose: " + value + ", keys: {1: late}";
            steps.append("  %s: {%s, prompt: human-bye, then: %s, otherwise: human}\n".formatted(name, kind, first));
            first = name;
        }
        return "flow: main\ntopic: other\nstart: " + first + "\nsteps:\n" + steps;
    }

    private static PlacedStep read(String name, String example) {
        Problems problems = new Problems();
        Tree.Fields file = new YamlReader("main.yaml", problems)
                .read("flow: main\nsteps:\n" + example.indent(2))
                .orElseThrow();
        return Objects.requireNonNull(new FlowReader(problems, Map.of())
                .read("main.yaml", file)
                .steps()
                .get(name));
    }

    /** A flow that comes back in each of the ways that the step has a field for. */
    private static String called(String name, Step step) {
        StringBuilder keys = new StringBuilder();
        List<String> exits = new ArrayList<>(((SubFlowStep) step).exits().keySet());
        for (int i = 0; i < exits.size(); i++) {
            keys.append(i + 1).append(": ").append(exits.get(i)).append(", ");
        }
        return "flow: %s\nstart: asks\nreturns: %s\nsteps:\n  asks: {menu: human-bye, keys: {%s}, otherwise: human}\n"
                .formatted(name, exits, keys);
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

        assertThat(prompt.text(values, new ValueSpeech(Locale.ENGLISH, true, PretendShop.ENTRIES)))
                .isEqualTo(said);
        assertThat(prompt.text(values, new ValueSpeech(Locale.ENGLISH, false, PretendShop.ENTRIES)))
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
