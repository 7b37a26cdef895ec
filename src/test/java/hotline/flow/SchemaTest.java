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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
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
    private static final Pattern WORD = Pattern.compile("\"([a-z]+(?:-[a-z]+)*)\"");
    /** Of a file with very many mistakes not all are told. */
    private static final int AT_ONCE = 40;

    /** How readers refuse the name of a field. */
    private static final Set<Rule> REFUSED = Set.of(Rule.UNKNOWN_FIELD, Rule.WRONG_VALUE, Rule.WRONG_HOURS);

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
            entries.yaml | "timeout-seconds: 6" | "most-digits: 17"
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

    @Test
    void a_day_of_the_week_may_be_closed() throws IOException {
        assertThat(isRight("hours.yaml", "office: {mon-thu: '08:00-17:00', fri: closed}"))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("hotline.flow.FlowLanguagePageTest#examples")
    void an_example_of_the_manual_is_right(String example) throws IOException {
        assertThat(isRight("main.yaml", "flow: main\nstart: first\nsteps:\n" + example.indent(2)))
                .isTrue();
    }

    /** A field is named by a word of the readers, so all of their words are tried, and the schema's own. */
    @ParameterizedTest
    @MethodSource({"parts", "steps"})
    void a_part_has_the_fields_that_its_reader_asks_for(String file, String yaml, JsonNode form) throws IOException {
        List<String> names = names(form);
        names.removeIf(name -> yaml.contains("{" + name + ": "));
        Set<String> asked = new TreeSet<>();
        for (int from = 0; from < names.size(); from += AT_ONCE) {
            asked.addAll(asked(file, yaml, names.subList(from, Math.min(from + AT_ONCE, names.size()))));
        }

        names.removeIf(name -> !isTaken(form, name));
        assertThat(new TreeSet<>(names)).isEqualTo(asked);
    }

    /** Those of the names that the reader does not refuse. */
    private static Set<String> asked(String file, String yaml, List<String> names) {
        Map<String, String> fields = new LinkedHashMap<>();
        names.forEach(name -> fields.put(name, "x"));
        Set<String> asked = new HashSet<>(names);
        problems(file, yaml, fields).stream()
                .filter(problem -> REFUSED.contains(problem.rule()) && problem.column() == 1 && problem.line() > 1)
                .forEach(problem -> asked.remove(names.get(problem.line() - 2)));
        return asked;
    }

    @ParameterizedTest
    @MethodSource({"parts", "steps"})
    void a_part_requires_the_fields_that_its_reader_misses(String file, String yaml, JsonNode form) {
        Map<String, String> all = new LinkedHashMap<>();
        form.path("properties").properties().stream()
                .filter(field -> !yaml.contains("{" + field.getKey() + ": "))
                .forEach(field -> all.put(field.getKey(), value(field.getKey(), field.getValue())));
        assertThat(misses(file, yaml, all)).isFalse();

        Set<String> missed = new TreeSet<>(all.keySet());
        missed.removeIf(name -> {
            Map<String, String> others = new LinkedHashMap<>(all);
            others.remove(name);
            return !misses(file, yaml, others);
        });
        Set<String> required = new TreeSet<>();
        form.path("required").forEach(name -> required.add(name.asText()));
        required.retainAll(all.keySet());
        assertThat(required).isEqualTo(missed);
    }

    private static boolean misses(String file, String yaml, Map<String, String> fields) {
        return problems(file, yaml, fields).stream()
                .anyMatch(problem -> problem.rule() == Rule.MISSING_FIELD || problem.rule() == Rule.MISSING_WAY_OUT);
    }

    /** What is told of a file in which these fields stand, each in a line of its own from the second on. */
    private static List<FlowProblem> problems(String file, String yaml, Map<String, String> fields) {
        StringBuilder lines = new StringBuilder("\n");
        fields.forEach((name, value) ->
                lines.append('"').append(name).append("\": ").append(value).append(",\n"));
        return FlowLoader.check(new SmallFlows()
                        .main("first: {hang-up: human-bye}")
                        .file(file, yaml.formatted(lines))
                        .files())
                .stream()
                .filter(problem -> problem.file().equals(file))
                .toList();
    }

    private static boolean isTaken(JsonNode form, String name) {
        boolean patterned = form.path("patternProperties").properties().stream()
                .anyMatch(field -> Pattern.compile(field.getKey()).matcher(name).find());
        return patterned
                || form.path("properties").has(name)
                || form.path("additionalProperties").asBoolean(true);
    }

    /** Every word that stands in the code of the readers, every field of the form, and a word that neither knows. */
    private static List<String> names(JsonNode form) throws IOException {
        Set<String> names = new TreeSet<>(Set.of("no-such-field"));
        form.path("properties").fieldNames().forEachRemaining(names::add);
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/hotline/flow"))) {
            for (Path source : sources.toList()) {
                WORD.matcher(Files.readString(source)).results().forEach(word -> names.add(word.group(1)));
            }
        }
        return new ArrayList<>(names);
    }

    /** A value of the right kind. */
    private static String value(String name, JsonNode form) {
        if (form.has("const")) {
            return form.get("const").asText();
        }
        if (form.has("minimum")) {
            return form.get("minimum").asText();
        }
        if (form.path("$ref").asText().endsWith("ByKey")) {
            return "{1: human}";
        }
        return name.equals("steps") ? "{first: {hang-up: human-bye}}" : "human";
    }

    /** The forms of a file or a part of one, and where their fields stand. */
    static Stream<Arguments> parts() {
        return Stream.of(
                part("flow", "", "main.yaml", "{%s}"),
                part(
                        "flow",
                        "/$defs/step-decide/properties/decide/items",
                        "main.yaml",
                        "{flow: main, start: first, steps: {first: {decide: [{%s}], otherwise: human}}}"),
                part("queues", "/additionalProperties", "queues.yaml", "{other: {%s}}"),
                part("entries", "/additionalProperties", "entries.yaml", "{pin: {%s}}"),
                part("numbers", "/additionalProperties", "numbers.yaml", "{\"+62215550001\": {%s}}"),
                part("hours", "", "hours.yaml", "{%s}"),
                part("hours", "/additionalProperties", "hours.yaml", "{week: {%s}}"),
                part("voices", "", "voices.yaml", "{%s}"),
                part("voices", "/patternProperties/^[a-z]{2}$/anyOf/1", "voices.yaml", "{id: Voice.id, en: {%s}}"),
                part("sentences", "/additionalProperties/oneOf/1", "prompts/en.yaml", "{hello: {%s}}"),
                part("sentences", "/additionalProperties/oneOf/1", "messages/en.yaml", "{hello: {%s}}"));
    }

    private static Arguments part(String schema, String form, String file, String yaml) {
        JsonNode found = tree(schema).at(form);
        assertThat(found.isObject()).as(form).isTrue();
        return Arguments.of(file, yaml, found);
    }

    private static JsonNode tree(String schema) {
        try {
            return JSON.readTree(
                    FOLDER.resolve("schema/" + schema + ".schema.json").toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The kind of a step is always its first field. */
    static Stream<Arguments> steps() {
        JsonNode defs = tree("flow").get("$defs");
        return StepKinds.names().stream().flatMap(kind -> {
            JsonNode form = Objects.requireNonNull(defs.get("step-" + kind), kind);
            List<JsonNode> forms = new ArrayList<>();
            form.path("oneOf").forEach(forms::add);
            if (forms.isEmpty()) {
                forms.add(form);
            }
            return forms.stream().map(one -> {
                String first = one.at("/properties/" + kind + "/const").asText("human");
                String yaml = "{flow: main, start: first, steps: {first: {" + kind + ": " + first + ", %s}}}";
                assertThat(one.get("required")).anyMatch(name -> name.asText().equals(kind));
                return Arguments.of("main.yaml", yaml, one);
            });
        });
    }

    @Test
    void the_schema_knows_the_kinds_of_steps_that_there_are() {
        JsonNode defs = tree("flow").get("$defs");
        TreeSet<String> kinds = new TreeSet<>();
        defs.fieldNames().forEachRemaining(name -> {
            if (name.startsWith("step-")) {
                kinds.add(name.substring(5));
            }
        });

        assertThat(kinds).isEqualTo(new TreeSet<>(StepKinds.names()));
    }
}
