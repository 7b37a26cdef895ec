package hotline.flow;

import com.ibm.icu.text.MessageFormat;
import hotline.phone.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

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
        String path = "/flow/texts/" + language.code() + ".properties";
        Properties properties = new Properties();
        try (InputStream file = Objects.requireNonNull(Phrases.class.getResourceAsStream(path), path)) {
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
        return new Phrases(
                language,
                properties.stringPropertyNames().stream()
                        .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty)));
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
