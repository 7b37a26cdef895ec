package hotline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The JSON Schemas with which editors complete and check say the same as the readers. */
class SchemaTest {
    private static final Path FOLDER = Path.of("voice-flows");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SETTINGS = List.of("voices", "numbers", "entries", "queues", "hours");

    private static Schema schema(String file) throws IOException {
        String name = file.replaceFirst("\\.yaml$", "");
        String kind = file.contains("/") ? "sentences" : SETTINGS.contains(name) ? name : "flow";
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(FOLDER.resolve("schema/" + kind + ".schema.json")));
    }

    private static boolean isRight(String file, String yaml) throws IOException {
        Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return schema(file).validate(JSON.valueToTree(tree)).isEmpty();
    }

    static Stream<String> sampleFiles() {
        return FlowLoader.load(FOLDER).sources().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("sampleFiles")
    void a_file_of_the_sample_hotline_is_right_and_names_its_schema(String file) throws IOException {
        String text = Files.readString(FOLDER.resolve(file));
        String first = text.lines().findFirst().orElseThrow();
        Path named = FOLDER.resolve(file).resolveSibling(first.replaceFirst(".*\\$schema=", ""));

        assertThat(isRight(file, text)).isTrue();
        assertThat(first).startsWith("# yaml-language-server: $schema=");
        assertThat(named).exists();
    }

    /** What only the checks can see, such as a name that is not there, is left to them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            main-menu.yaml | "\\n    otherwise: human" | ""
            main-menu.yaml | "4: ticket-status" | "0: ticket-status"
            main-menu.yaml | "start: choose-topic" | "strat: choose-topic"
            anything-else.yaml | "attempts: 2" | "attempts: 9"
            missing-order.yaml | "is set" | "= set"
            human.yaml | "thanks: rate-thanks" | "thank: rate-thanks"
            human.yaml | "\\n    too-long: too-long" | ""
            human.yaml | "most-seconds: 120" | "most-seconds: 5"
            human.yaml | "voicemail: leave" | "voicemial: leave"
            find-order.yaml | "order: newest" | "order: newst"
            entries.yaml | "logged: nothing" | "logged: nothng"
            entries.yaml | "timeout-seconds: 6" | "timeout-seconds: 90"
            numbers.yaml | "+622150005550" | "021 5000"
            queues.yaml | "most-waiting: 50" | "most-waiting: 0"
            queues.yaml | "\\nother:" | "\\nothers:"
            hours.yaml | "mon-sun:" | "mon-sum:"
            hours.yaml | "00:00-24:00" | "00:00-25:00"
            hours.yaml | "2026-12-25" | "2026-12-52"
            voices.yaml | "format: 1" | "format: 2"
            voices.yaml | "fallback:" | "fall-back:"
            voices.yaml | "voice: Polly.Joanna-Neural, " | ""
            voices.yaml | "Polly.Joanna-Neural" | "[Polly.Joanna-Neural]"
            prompts/en.yaml | "{in: id, " | "{inn: id, "
            """)
    void a_file_with_a_mistake_of_form_is_not(String file, String right, String wrong) throws IOException {
        String text = Files.readString(FOLDER.resolve(file));
        String good = right.replace("\\n", "\n");
        assertThat(text).contains(good);
        int at = text.indexOf(good);

        assertThat(isRight(
                        file, text.substring(0, at) + wrong.replace("\\n", "\n") + text.substring(at + good.length())))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("hotline.flow.FlowLanguagePageTest#examples")
    void an_example_of_the_manual_is_right(String example) throws IOException {
        assertThat(isRight("main.yaml", "flow: main\nstart: first\nsteps:\n" + example.indent(2)))
                .isTrue();
    }

    /** Every field that the schema knows is one that the readers know, and each that it requires is one that they miss. */
    @ParameterizedTest
    @MethodSource("steps")
    void a_kind_of_step_has_the_fields_that_its_reader_asks_for(String kind, JsonNode form) {
        StringBuilder step = new StringBuilder("first:\n");
        form.get("properties").fields().forEachRemaining(field -> {
            JsonNode word = field.getValue().get("const");
            String value = word != null ? word.asText() : "human";
            step.append("  ").append(field.getKey()).append(": ").append(value).append('\n');
        });
        List<Rule> all = rules(step.toString());
        assertThat(all).doesNotContain(Rule.UNKNOWN_FIELD, Rule.UNKNOWN_KIND);

        for (JsonNode required : form.get("required")) {
            if (!required.asText().equals(kind)) {
                String without = step.toString().replaceFirst("(?m)^  " + required.asText() + ": .*\n", "");
                assertThat(rules(without))
                        .as(required.asText())
                        .containsAnyOf(Rule.MISSING_FIELD, Rule.MISSING_WAY_OUT);
            }
        }
    }

    private static List<Rule> rules(String steps) {
        return FlowLoader.check(new SmallFlows().main(steps).files()).stream()
                .filter(problem -> problem.file().equals("main.yaml"))
                .map(FlowProblem::rule)
                .toList();
    }

    static Stream<Arguments> steps() throws IOException {
        JsonNode defs = JSON.readTree(FOLDER.resolve("schema/flow.schema.json").toFile())
                .get("$defs");
        return StepKinds.names().stream().flatMap(kind -> {
            JsonNode form = Objects.requireNonNull(defs.get("step-" + kind), kind);
            Stream<JsonNode> forms = form.has("oneOf")
                    ? Stream.iterate(0, i -> i + 1)
                            .limit(form.get("oneOf").size())
                            .map(form.get("oneOf")::get)
                    : Stream.of(form);
            return forms.map(one -> Arguments.of(kind, one));
        });
    }

    @Test
    void the_schema_knows_the_kinds_of_steps_that_there_are() throws IOException {
        JsonNode defs = JSON.readTree(FOLDER.resolve("schema/flow.schema.json").toFile())
                .get("$defs");
        TreeSet<String> kinds = new TreeSet<>();
        defs.fieldNames().forEachRemaining(name -> {
            if (name.startsWith("step-")) {
                kinds.add(name.substring(5));
            }
        });

        assertThat(kinds).isEqualTo(new TreeSet<>(StepKinds.names()));
    }
}
