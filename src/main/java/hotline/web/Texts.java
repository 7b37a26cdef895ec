package hotline.web;

import com.ibm.icu.text.MessageFormat;
import hotline.phone.Catalog;
import hotline.phone.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of the pages in one language, from {@code web/texts/<language>.properties}. Patterns are ICU's: {@code {0}},
 * {@code {0, plural, one{…} other{…}}}.
 */
public final class Texts {
    /** The languages that the pages speak, the first where a reader's own is not among them. */
    public static final List<Language> ALL_LANGUAGES = List.of(Language.INDONESIAN, Language.ENGLISH);

    private static final Texts INDONESIAN = load(Language.INDONESIAN);
    private static final Map<Language, Texts> TEXTS =
            Map.of(Language.INDONESIAN, INDONESIAN, Language.ENGLISH, load(Language.ENGLISH));

    private final Language language;
    private final Map<String, String> patterns;

    private Texts(Language language, Map<String, String> patterns) {
        this.language = language;
        this.patterns = patterns;
    }

    /** The words in this language, or in Indonesian when the pages do not speak it. */
    public static Texts in(Language language) {
        return TEXTS.getOrDefault(language, INDONESIAN);
    }

    private static Texts load(Language language) {
        return new Texts(language, Catalog.read("web/texts", language));
    }

    /** The same words with the shop's own names of topics, by topic, in place of ours or besides them. */
    Texts withTopics(Map<String, String> names) {
        if (names.isEmpty()) {
            return this;
        }
        Map<String, String> more = new HashMap<>(patterns);
        names.forEach((topic, name) -> more.put("topic." + topic, name));
        return new Texts(language, Map.copyOf(more));
    }

    public Language language() {
        return language;
    }

    /**
     * The words for {@code key}.
     *
     * @throws IllegalArgumentException when there are none
     */
    public String get(String key, Object... values) {
        String pattern = patterns.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no text \"" + key + "\" in " + language);
        }
        return values.length == 0 ? pattern : new MessageFormat(pattern, language.locale()).format(values);
    }

    /** The words for {@code key}, or {@code fallback}: for codes that a shop can add to, such as topics. */
    public String getOr(String key, String fallback) {
        return patterns.getOrDefault(key, fallback);
    }

    /** Every key, for the test that both languages have the same. */
    Map<String, String> patterns() {
        return patterns;
    }
}
