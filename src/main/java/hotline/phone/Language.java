package hotline.phone;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A language that the hotline speaks, by its ISO 639-1 code.
 *
 * @param code two small letters, as {@code id} or {@code en}
 */
public record Language(String code) {
    private static final Pattern CODE = Pattern.compile("[a-z]{2}"); // before the languages, which need it

    public static final Language INDONESIAN = new Language("id");
    public static final Language ENGLISH = new Language("en");

    public Language {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("not a language code of two small letters: " + code);
        }
    }

    public Locale locale() {
        return Locale.forLanguageTag(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
