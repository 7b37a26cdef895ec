package hotline.flow;

import com.ibm.icu.text.MessageFormat;
import hotline.phone.Catalog;
import hotline.phone.Language;
import java.util.Map;

/** The patterns of the {@link Phrase}s in one language. They are ICU's, as those of the pages are; a brace stands between apostrophes. */
final class Phrases {
    private static final Phrases ENGLISH = load(Language.ENGLISH);
    private static final Map<Language, Phrases> ALL =
            Map.of(Language.ENGLISH, ENGLISH, Language.INDONESIAN, load(Language.INDONESIAN));

    private final Language language;
    private final Map<String, String> patterns;

    private Phrases(Language language, Map<String, String> patterns) {
        this.language = language;
        this.patterns = patterns;
    }

    static Phrases in(Language language) {
        return ALL.getOrDefault(language, ENGLISH);
    }

    private static Phrases load(Language language) {
        return new Phrases(language, Catalog.read("flow/texts", language));
    }

    String text(String key, Object... values) {
        String pattern = patterns.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no phrase \"" + key + "\" in " + language);
        }
        return new MessageFormat(pattern, language.locale()).format(values);
    }

    /** Every pattern by its key, for the test that both languages have the same. */
    Map<String, String> patterns() {
        return patterns;
    }
}
