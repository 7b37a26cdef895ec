package hotline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.phone.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What authors are told is there in every language, and all of it is told somewhere. */
class PhrasesTest {
    private static final Pattern PLACE = Pattern.compile("(?<!')\\{[0-9]}");
    private static final Pattern QUOTED = Pattern.compile("`[^`]*`");
    private static final Pattern ASKED = Pattern.compile("\\bPhrase\\.of\\(\\s*\"([a-z]+\\.[a-z-]+)\"");

    private final Map<String, String> english = Phrases.in(Language.ENGLISH).patterns();
    private final Map<String, String> indonesian =
            Phrases.in(Language.INDONESIAN).patterns();

    @Test
    void both_languages_tell_the_same_things_of_the_same_values() {
        assertThat(new TreeSet<>(indonesian.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
        english.forEach((key, pattern) ->
                assertThat(places(indonesian.get(key))).as(key).isEqualTo(places(pattern)));
    }

    @Test
    void nothing_is_left_untranslated() {
        assertThat(english.keySet().stream()
                        .filter(key -> !key.equals("plain"))
                        .filter(key -> english.get(key).equals(indonesian.get(key))))
                .isEmpty();
    }

    @Test
    void what_stands_in_the_files_is_not_translated() {
        english.forEach((key, pattern) ->
                assertThat(quoted(indonesian.get(key))).as(key).containsAll(quoted(pattern)));
    }

    @Test
    void every_phrase_that_is_asked_for_is_there_and_no_other() throws IOException {
        StringBuilder code = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/hotline"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                code.append(Files.readString(file));
            }
        }
        Set<String> asked = ASKED.matcher(code)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(asked).hasSizeGreaterThan(100);
        assertThat(english.keySet()).containsAll(asked);

        Set<String> mends = Arrays.stream(Rule.values())
                .map(rule -> "mend." + rule.ruleName())
                .collect(Collectors.toSet());
        assertThat(english.keySet()).containsAll(mends);
        assertThat(english.keySet())
                .filteredOn(key -> !mends.contains(key) && !code.toString().contains('"' + key + '"'))
                .isEmpty();
    }

    /** What is found is told in both languages, each with the same names from the files. */
    static void areToldInBothLanguages(List<FlowProblem> problems) {
        assertThat(problems).allSatisfy(problem -> {
            String told = problem.text(Language.INDONESIAN);
            assertThat(told).isNotEqualTo(problem.text(Language.ENGLISH));
            assertThat(quoted(told)).as(told).containsAll(quoted(problem.text(Language.ENGLISH)));
        });
    }

    @Test
    void a_part_of_a_phrase_speaks_the_same_language() {
        FlowProblem problem =
                FlowLoader.check(FlowMistakes.with(", then: end", "").files()).get(0);

        assertThat(problem).hasToString("main.yaml:8:3: error: step `second` has no `then`: where it goes on");
        assertThat(problem.printed().in(Language.INDONESIAN))
                .isEqualTo(
                        "main.yaml:8:3: kesalahan: langkah `second` belum punya `then`: ke mana penelepon selanjutnya");
        assertThat(problem.rule().mend(Language.INDONESIAN))
                .isEqualTo("Tulis ke mana penelepon selanjutnya; setiap hasil perlu langkah tujuan.");
    }

    @Test
    void a_value_is_told_as_it_is() {
        assertThat(Phrase.of("field.not-text", "it's {0} and '{").in(Language.INDONESIAN))
                .isEqualTo("`it's {0} and '{` harus berupa teks");
        assertThat(Phrase.of("file.too-big", 200_000).in(Language.ENGLISH)).contains("more than 200000 characters");
        assertThat(Phrase.plain("a b").in(new Language("nl"))).isEqualTo("a b");
    }

    private static Set<String> places(String pattern) {
        return PLACE.matcher(pattern).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    /** But for what an author thinks of a name for. */
    private static Set<String> quoted(String text) {
        String words = text.replace("name: value", "")
                .replace("NAME", "")
                .replace("nama: nilai", "")
                .replace("NAMA", "");
        return QUOTED.matcher(words).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
