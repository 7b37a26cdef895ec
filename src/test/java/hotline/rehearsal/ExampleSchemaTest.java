package hotline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import hotline.flow.FlowLoader;
import hotline.flow.Rule;
import hotline.flow.VoiceFlows;
import hotline.order.OrderStatus;
import hotline.ticket.TicketStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The JSON Schema with which editors complete and check example calls says the same as their reader. */
class ExampleSchemaTest {
    private static final Path FOLDER = Path.of("voice-flows");
    private static final Path MANUAL = Path.of("docs/voice-flows-tests.md");
    private static final String FIRST_LINE = "# yaml-language-server: $schema=../schema/tests.schema.json";
    private static final Pattern FENCED = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile("`([a-z]+(?:-[a-z]+)*)[`:]");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final VoiceFlows FLOWS = FlowLoader.load(FOLDER);
    private static final JsonNode TREE = tree();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TREE.toString());

    private static JsonNode tree() {
        try {
            return JSON.readTree(FOLDER.resolve("schema/tests.schema.json").toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether an editor finds nothing wrong in a file. */
    private static boolean isRight(String yaml) {
        for (Object document : new Load(LoadSettings.builder().build()).loadAllFromString(yaml)) {
            if (!SCHEMA.validate(JSON.valueToTree(document)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static ExampleReader read(String yaml) {
        ExampleReader reader = new ExampleReader(FLOWS);
        reader.file("tests/a.yaml", yaml);
        return reader;
    }

    static Stream<Path> sampleFiles() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve(ExampleReader.FOLDER))) {
            return files.toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("sampleFiles")
    void a_file_of_example_calls_is_right_and_names_its_schema(Path file) throws IOException {
        String text = Files.readString(file);
        assertThat(isRight(text)).isTrue();
        assertThat(text).startsWith(FIRST_LINE + "\n");
        assertThat(file.resolveSibling("../schema/tests.schema.json")).exists();
    }

    @Test
    void the_example_of_the_manual_is_right() throws IOException {
        List<String> examples = FENCED.matcher(Files.readString(MANUAL))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(examples).isNotEmpty().allMatch(ExampleSchemaTest::isRight);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{test: a, call: []}",
                "test: a\ngiven:\ncall: [hang up]\nthen:",
                "{test: a, call: [say-nothing, agent is-cut-off, {wait: 1h 2m 3s}], then: nothing}",
                "{test: a, call: [{press: 2605 12-ABCDEFGH#}, {press: 1}, {press: '*'}, {orders: available}]}",
                "{test: a, call: [{hear: welcome}, {hear: [[welcome], {ticket-opened: {number: any}, main-menu: }]}]}",
                "{test: a, given: {caller: withheld, dialled: '+12025550143', at: '2026-12-24T22:00:05'}, call: []}",
                "{test: a, given: {orders: unavailable, waiting: {other: 500}, opted-out: true}, call: []}",
                "{test: a, given: {orders: [{number: 240512, total: 10.50 USD, status: canceled}]}, call: []}",
                "{test: a, given: {tickets: [{number: 123-456-786, status: in-progress}]}, call: []}",
                "{test: a, given: {agents: [{name: Budi, skills: other, languages: [id, en], busy: no}]}, call: []}",
                "{test: a, call: [], then: {ticket: yes, callback: {to: any}, voicemail: none, sms: [ticket-opened]}}",
                "{test: a, call: [], then: {ticket: {desired-outcome: refund}, at: human/waiting, rating: 5}}",
            })
    void what_the_reader_takes_is_right(String yaml) {
        assertThat(read(yaml).problems()).isEmpty();
        assertThat(isRight(yaml)).isTrue();
    }

    /** What only the reader can see, such as a name that the flows do not have, is left to it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            test: a late parcel       | tset: a late parcel
            test: a late parcel       | test: [a late parcel]
            given:                    | givne:
            busy: yes}]               | busy: yes}, {busy: yes}]
            orders: [{number          | orders: [{numbre
            261114QRWXYZ22, status    | [], status
            orders: [{                | orders: [available, {
            languages: [id]           | languages: [indonesian]
            status: shipped           | status: shiped
            promised: 2026-11-20      | promised: next week
            call:                     | calls:
            - press: 1                | - pres: 1
            - press: 1                | - press: 1.5
            - press: 1                | - press 1
            - press: 1                | - {press: 1, wait: 2s}
            - hang up                 | - hangs up
            - wait: 30s               | - wait: 30
            - hear: welcome           | - hear: {welcome: now}
            ticket: {category         | ticket: {categroy
            sms: ticket-opened        | sms: {ticket-opened: yes}
            voicemail: none           | voicemail: no
            at: human/waiting         | at: human
            at: 2026-11-23T10:00      | at: 10:00
            caller: "+6281234567890"  | caller: "0812"
            busy: yes                 | busy: maybe
            waiting: {other: 3}       | waiting: {other: 501}
            waiting: {other: 3}       | waiting: {other: 3, missing-order: 1}
            """)
    void a_mistake_is_told_by_both(String right, String wrong) {
        String good = """
                test: a late parcel
                given:
                  caller: "+6281234567890"
                  at: 2026-11-23T10:00
                  orders: [{number: 261114QRWXYZ22, status: shipped, promised: 2026-11-20}]
                  agents: [{name: Budi, languages: [id], busy: yes}]
                  waiting: {other: 3}
                call:
                  - hear: welcome
                  - press: 1
                  - wait: 30s
                  - hang up
                then:
                  ticket: {category: missing-order}
                  sms: ticket-opened
                  voicemail: none
                  at: human/waiting
                """;
        assertThat(read(good).problems()).isEmpty();
        assertThat(isRight(good)).isTrue();
        assertThat(good).contains(right);
        String bad = good.replace(right, wrong);
        assertThat(read(bad).problems()).isNotEmpty();
        assertThat(isRight(bad)).isFalse();
    }

    /** Where fields stand, with another one put in, and the part of the schema that knows them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /properties                                     | {test: a, call: [], %s: x}
            /$defs/given/properties                         | {test: a, call: [], given: {%s: x}}
            /$defs/order/properties                         | {test: a, call: [], given: {orders: [{%s: x}]}}
            /$defs/ticket/properties                        | {test: a, call: [], given: {tickets: [{%s: x}]}}
            /$defs/agent/properties                         | {test: a, call: [], given: {agents: [{%s: x}]}}
            /$defs/outcome/properties                       | {test: a, call: [], then: {%s: x}}
            /$defs/outcome/properties/ticket/oneOf/1/properties   | {test: a, call: [], then: {ticket: {%s: x}}}
            /$defs/outcome/properties/callback/oneOf/1/properties | {test: a, call: [], then: {callback: {%s: x}}}
            """)
    void the_schema_has_the_fields_that_the_reader_asks_for(String part, String yaml) throws IOException {
        Set<String> known = new TreeSet<>();
        TREE.at(part).fieldNames().forEachRemaining(known::add);
        int column = yaml.indexOf('%') + 1;

        Set<String> asked = new TreeSet<>(names());
        asked.removeIf(name -> read(yaml.formatted(name)).problems().stream()
                .anyMatch(problem -> problem.rule() == Rule.UNKNOWN_FIELD && problem.column() == column));

        assertThat(known).isNotEmpty().isEqualTo(asked);
    }

    @Test
    void the_schema_has_what_is_heard_and_done() throws IOException {
        Set<String> known = new TreeSet<>();
        TREE.at("/$defs/move/oneOf")
                .forEach(form -> known.add(form.get("$ref").asText().substring("#/$defs/".length())));
        Set<String> asked = new TreeSet<>(names());
        asked.removeIf(name -> read("{test: a, call: [{%s: x}]}".formatted(name)).problems().stream()
                .anyMatch(problem -> problem.column() == "{test: a, call: [{%".length()));
        asked.add("deed");
        assertThat(known).isEqualTo(asked);

        List<String> deeds = new ArrayList<>(Deed.allWords());
        deeds.add("say nothing");
        assertThat(TREE.at("/$defs/deed/anyOf").findValuesAsText("const")).containsExactlyInAnyOrderElementsOf(deeds);
    }

    @Test
    void the_schema_has_the_words_that_there_are() {
        assertThat(words("/$defs/order/properties/status/enum"))
                .containsExactlyElementsOf(Arrays.stream(OrderStatus.values())
                        .map(status -> status.name().toLowerCase(Locale.ROOT))
                        .toList());
        assertThat(words("/$defs/ticket/properties/status/enum"))
                .containsExactlyElementsOf(Arrays.stream(TicketStatus.values())
                        .map(TicketStatus::word)
                        .toList());
    }

    /** Where fields stand whose values may be left out, with one more put in. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /$defs/given/properties  | {test: a, call: [], given: {language: en%s}}
            /$defs/order/properties  | {test: a, call: [], given: {orders: [{number: 240512%s}]}}
            /$defs/ticket/properties | {test: a, call: [], given: {tickets: [{number: 123-456-786%s}]}}
            /$defs/agent/properties  | {test: a, call: [], given: {agents: [{name: Budi%s}]}}
            """)
    void a_field_that_is_left_out_has_the_default_of_the_schema(String part, String yaml) {
        Map<String, String> defaults = new TreeMap<>();
        TREE.at(part).properties().stream()
                .filter(field -> field.getValue().has("default"))
                .forEach(field -> defaults.put(
                        field.getKey(), field.getValue().get("default").asText()));

        assertThat(defaults).isNotEmpty().allSatisfy((field, value) -> {
            assertThat(given(yaml.formatted(", " + field + ": " + value))).isEqualTo(given(yaml.formatted("")));
            assertThat(TREE.at(part).get(field).get("description").asText())
                    .contains("`" + value + "` unless said otherwise");
        });
    }

    private static Given given(String yaml) {
        ExampleReader reader = new ExampleReader(FLOWS);
        List<Example> examples = reader.file("tests/a.yaml", yaml);
        assertThat(reader.problems()).isEmpty();
        return examples.get(0).given();
    }

    /** An editor shows both when the author points at a field. */
    @Test
    void every_field_has_a_title_and_a_description() {
        List<String> silent = new ArrayList<>();
        fields(TREE).forEach(field -> {
            JsonNode reference = field.getValue().path("$ref");
            JsonNode meant = field.getValue().has("title") || reference.isMissingNode()
                    ? field.getValue()
                    : TREE.at(reference.asText().substring(1));
            if (meant.path("title").asText().isEmpty()
                    || meant.path("description").asText().isEmpty()) {
                silent.add(field.getKey());
            }
        });
        assertThat(silent).isEmpty();
    }

    /** Every field of every form, wherever it stands. */
    private static Stream<Map.Entry<String, JsonNode>> fields(JsonNode form) {
        JsonNode properties = form.path("properties");
        return Stream.concat(
                properties.properties().stream(),
                StreamSupport.stream(form.spliterator(), false).flatMap(ExampleSchemaTest::fields));
    }

    private static List<String> words(String part) {
        List<String> words = new ArrayList<>();
        TREE.at(part).forEach(word -> words.add(word.asText()));
        return words;
    }

    /** All names of fields that the schema or the manual knows anywhere, and one that neither does. */
    private static Set<String> names() throws IOException {
        Set<String> names = new TreeSet<>(Set.of("no-such-field"));
        fields(TREE).forEach(field -> names.add(field.getKey()));
        NAMED.matcher(Files.readString(MANUAL)).results().forEach(name -> names.add(name.group(1)));
        return names;
    }
}
