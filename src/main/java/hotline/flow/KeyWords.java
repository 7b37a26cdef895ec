package hotline.flow;

import hotline.phone.Language;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the keys that a sentence speaks of. What comes before a key is known for Indonesian and English only. */
final class KeyWords {
    /** A digit that stands alone. */
    private static final Pattern DIGIT = Pattern.compile("(?<![\\p{L}\\p{N}])[1-9](?![\\p{L}\\p{N}])");

    private static final Map<String, String> PRESS = Map.of("en", "press", "id", "tekan");
    private static final Map<String, String> FOR = Map.of("en", "for|to|if", "id", "untuk|jika|bila|kalau");

    private KeyWords() {}

    /** Every digit that may be a key. */
    static Set<String> mentioned(String text) {
        return all(DIGIT.matcher(text), 0);
    }

    /** The digits that can be nothing but keys: after "press", or alone before the end of a part of the sentence. */
    static Set<String> offered(String text, Language language) {
        Set<String> offered = new TreeSet<>();
        Optional.ofNullable(PRESS.get(language.code())).ifPresent(press -> {
            offered.addAll(all(
                    pattern("\\b(?:" + press + ")\\s+([1-9])(?![\\p{L}\\p{N}])").matcher(text), 1));
            offered.addAll(all(pattern(",\\s+([1-9])(?=[.,;!?]|$)").matcher(text), 1));
        });
        return offered;
    }

    /** A key that is said before what it does, as in "press 1 for returns". */
    static Optional<String> findKeyFirst(String text, Language language) {
        String press = PRESS.get(language.code());
        if (press == null) {
            return Optional.empty();
        }
        Matcher matcher = pattern("\\b(?:" + press + ")\\s+([0-9])\\s+(?:" + FOR.get(language.code()) + ")\\b")
                .matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static Set<String> all(Matcher matcher, int group) {
        Set<String> all = new TreeSet<>();
        while (matcher.find()) {
            all.add(matcher.group(group));
        }
        return all;
    }
}
