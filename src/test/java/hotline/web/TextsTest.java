package hotline.web;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.phone.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Pattern USED =
            Pattern.compile("\\b(?:t|texts|texts\\(\\))\\.get\\(\"([a-z-]+\\.[a-z.-]*[a-z])\"");
    private static final Pattern EVENT =
            Pattern.compile("\\b(?:event\\(|insertEvent\\(\\s*handle,[^\"]{1,60},\\s*)\"([a-z-]+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]");

    private final Map<String, String> english = Texts.in(Language.ENGLISH).patterns();
    private final Map<String, String> indonesian = Texts.in(Language.INDONESIAN).patterns();

    @Test
    void both_languages_say_the_same_things() {
        assertThat(new TreeSet<>(indonesian.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
        english.forEach((key, pattern) ->
                assertThat(places(indonesian.get(key))).as(key).isEqualTo(places(pattern)));
    }

    @Test
    void nothing_is_left_untranslated() {
        Set<String> same = Set.of("language.name", "known.tracking", "role.supervisor", "role.admin");
        assertThat(english.keySet().stream()
                        .filter(key -> !same.contains(key))
                        .filter(key -> english.get(key).equals(indonesian.get(key))))
                .isEmpty();
    }

    @Test
    void every_text_that_a_page_asks_for_is_there() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files =
                Stream.concat(Files.walk(Path.of("src/main/jte")), Files.walk(Path.of("src/main/java/hotline/web")))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                USED.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(used::add);
            }
        }
        assertThat(used).hasSizeGreaterThan(50);
        assertThat(english.keySet()).containsAll(used);
    }

    @Test
    void every_kind_of_event_of_a_call_that_the_code_writes_has_a_name() throws IOException {
        Set<String> written = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/hotline/call"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                EVENT.matcher(Files.readString(file))
                        .results()
                        .map(found -> "event." + found.group(1))
                        .forEach(written::add);
            }
        }
        assertThat(written).hasSizeGreaterThan(9).contains("event.answered", "event.ended", "event.ticket");
        assertThat(english.keySet()).containsAll(written);
    }

    @Test
    void numbers_are_put_in_as_the_language_does() {
        assertThat(Texts.in(Language.ENGLISH).get("sign-in.too-many", 1)).contains("1 second,");
        assertThat(Texts.in(Language.ENGLISH).get("sign-in.too-many", 9)).contains("9 seconds,");
        assertThat(Texts.in(Language.INDONESIAN).get("sign-in.too-many", 9)).contains("9 detik,");
    }

    private static Set<String> places(String pattern) {
        return PLACE.matcher(pattern).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
