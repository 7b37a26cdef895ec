package hotline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sentences go to translators and come back. */
class SentencesTest {
    private static final String CSV = "texts.csv";
    private static final String EN = "prompts/en.yaml";

    @TempDir
    private Path folder;

    @BeforeEach
    void the_sample_hotline() throws IOException {
        for (Map.Entry<String, String> file :
                FlowLoader.load(Path.of("voice-flows")).sources().entrySet()) {
            Path copy = folder.resolve(file.getKey());
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, file.getValue());
        }
        Files.createDirectories(folder.resolve("audio"));
        Files.copy(Path.of("voice-flows/audio/hold.wav"), folder.resolve("audio/hold.wav"));
    }

    private String exported() {
        return SentenceCsv.write(Sentences.read(folder));
    }

    private SentenceImport.Result imported(String csv) {
        return SentenceImport.run(folder, CSV, csv);
    }

    private String file(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private void edit(String name, String words, String others) throws IOException {
        assertThat(file(name)).contains(words);
        Files.writeString(folder.resolve(name), file(name).replace(words, others));
    }

    private static SentenceImport.Result done(String... changed) {
        return new SentenceImport.Result(List.of(), List.of(changed));
    }

    @Test
    void every_sentence_is_listed_with_its_seconds_and_parts() {
        Sentences sentences = Sentences.read(folder);

        assertThat(sentences.languages()).extracting(Object::toString).containsExactly("id", "en");
        assertThat(sentences.list())
                .allSatisfy(sentence -> assertThat(sentence.versions()).hasSize(2));
        assertThat(sentences.list().get(0).name()).isEqualTo("welcome");
        assertThat(sentences.list().get(0).versions().values()).allSatisfy(version -> {
            assertThat(version.seconds()).isBetween(1.5, 3.0);
            assertThat(version.parts()).isEqualTo(1);
        });
    }

    @Test
    void what_is_missing_in_a_language_has_no_version_there_and_can_be_filled_in() throws IOException {
        edit(EN, "welcome: Welcome to Toko Nusantara.\n", "");

        assertThat(Sentences.read(folder).list().get(0).versions()).hasSize(1);
        String csv = exported();
        assertThat(csv).contains("welcome,prompt,Selamat datang di Toko Nusantara.,,");
        assertThat(imported(csv.replace("Nusantara.,,", "Nusantara.,Hello!,"))).isEqualTo(done(EN + ": welcome"));
        assertThat(file(EN)).endsWith("\nwelcome: Hello!\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";"})
    void a_round_trip_leaves_every_byte_as_it_was(String separator) throws IOException {
        edit(EN, "welcome: Welcome to Toko Nusantara.", "welcome: '=Welcome\u2003to \"Toko\" 😀'   # a comment");
        Map<String, String> before = new TreeMap<>(FlowLoader.read(folder));
        String csv = exported();
        assertThat(csv).contains("\"'=Welcome");

        assertThat(imported(separator.equals(",") ? csv : "\uFEFF" + withSemicolons(csv)))
                .isEqualTo(done());
        assertThat(FlowLoader.read(folder)).isEqualTo(before);
    }

    /** As a spreadsheet of a country with decimal commas saves it. */
    private static String withSemicolons(String csv) {
        return csv.lines().map(SentencesTest::semicolons).collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String semicolons(String line) {
        StringBuilder other = new StringBuilder();
        boolean isQuoted = false;
        for (char c : line.toCharArray()) {
            isQuoted ^= c == '"';
            if (c == ';' && !isQuoted) {
                throw new IllegalArgumentException("not quoted: " + line);
            }
            other.append(c == ',' && !isQuoted ? ';' : c);
        }
        return other.toString();
    }

    @Test
    void a_changed_text_is_written_like_its_neighbors_and_nothing_else_changes() throws IOException {
        String before = file(EN);
        String words =
                "For the first thing that you may want to do here, press 1. Tracking numbers, press 2. Returns, press 3."
                        + " Ticket status, press 4. To talk to someone, press 0.";
        String csv = exported()
                .replace(
                        "\"For a missing order, press 1. Tracking numbers, press 2. Returns, press 3. Ticket status,"
                                + " press 4. To talk to someone, press 0.\"",
                        "\"" + words + "\"")
                .replace("\"Bahasa Indonesia, tekan 9.\"", "\"Untuk \"\"bahasa Indonesia\"\": tekan 9.\"");

        assertThat(imported(csv)).isEqualTo(done(EN + ": other-language", EN + ": main-menu"));
        assertThat(file(EN))
                .isEqualTo(before.replace(
                                "For a missing order, press 1. Tracking numbers, press 2. Returns, press 3. Ticket status, press 4."
                                        + " To talk to\n  someone, press 0.",
                                "For the first thing that you may want to do here, press 1. Tracking numbers, press 2. Returns,"
                                        + " press 3. Ticket status,\n  press 4. To talk to someone, press 0.")
                        .replace("\"Bahasa Indonesia, tekan 9.\"", "\"Untuk \\\"bahasa Indonesia\\\": tekan 9.\""));
        assertThat(FlowLoader.check(folder)).noneMatch(FlowProblem::isError);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# one",
                "yes: no",
                "12",
                "null",
                "- a",
                "{}",
                "a #b",
                "*",
                "'quoted'",
                "say \"this\"",
                "=1+1",
                "a: ",
                "|",
                "'"
            })
    void any_text_comes_back_as_it_was_sent(String text) throws IOException {
        String written = SentenceFile.of("a: one # kept\nb: two\n").with("a", text);

        assertThat(SentenceFile.of(written).texts()).isEqualTo(Map.of("a", text, "b", "two"));
        assertThat(written).endsWith(" # kept\nb: two\n");
        String folded =
                SentenceFile.of("a: >-\n  one\n  more\n\n# kept\nb: two\n").with("a", text);
        assertThat(SentenceFile.of(folded).texts()).isEqualTo(Map.of("a", text, "b", "two"));
        assertThat(folded).endsWith("\n\n# kept\nb: two\n");
    }

    @Test
    void a_plain_text_that_yaml_would_misread_is_quoted() {
        SentenceFile file = SentenceFile.of("a: one\n");

        assertThat(file.with("a", "Key: 1")).isEqualTo("a: \"Key: 1\"\n");
        assertThat(file.with("a", "true")).isEqualTo("a: \"true\"\n");
        assertThat(file.with("a", "True to you")).isEqualTo("a: True to you\n");
    }

    @Test
    void other_values_than_the_other_languages_are_refused_with_their_line_and_nothing_is_written() throws IOException {
        Map<String, String> before = new TreeMap<>(FlowLoader.read(folder));
        String csv = exported()
                .replace("Welcome to Toko Nusantara.", "Hello!")
                .replace(
                        "\"Thank you, that's order {order.number, spell, order-number}.\"",
                        "\"Thank you, {order.numbr}.\"");

        assertThat(imported(csv).refusals())
                .containsExactly(
                        CSV + ":11: `order-found` in `id` leaves out `{order.numbr}`, which another language says",
                        CSV + ":11: `order-found` in `en` leaves out `{order.number}`, which another language says");
        assertThat(FlowLoader.read(folder)).isEqualTo(before);
    }

    @Test
    void what_cannot_be_taken_is_told_all_at_once() {
        String csv = """
                name,kind,en
                welcome,prompt,Hello {
                welcom,prompt,Hello
                no-input,prompt,
                goodbye,prompt,Bye {queue.place
                """;

        assertThat(imported(csv).refusals())
                .containsExactly(
                        CSV + ":2: `welcome` in `en` cannot be read: a brace is not closed",
                        CSV + ":3: there is no prompt welcom; did you mean `prompt welcome`?",
                        CSV + ":4: `no-input` has no text in `en`",
                        CSV + ":5: `goodbye` in `en` cannot be read: a brace is not closed");
        assertThat(imported("name,kind,fr\n").refusals())
                .hasSize(1)
                .allMatch(why -> why.startsWith(CSV + ":1: there is no language `fr`"));
        assertThat(imported("welcome,Hello\n").refusals()).isNotEmpty();
    }

    @Test
    void what_would_break_the_flows_is_not_written() throws IOException {
        String before = file("messages/en.yaml");

        assertThat(imported("name,kind,en\nhelp,message," + "long ".repeat(200) + "\n")
                        .refusals())
                .hasSize(1)
                .allMatch(why -> why.contains("it would break the flows: messages/en.yaml:"));
        assertThat(file("messages/en.yaml")).isEqualTo(before);
    }
}
