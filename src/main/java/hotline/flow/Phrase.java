package hotline.flow;

import hotline.phone.Language;
import java.util.List;

/**
 * Something told to those who write flows, before it is known in which language they read.
 *
 * @param key its pattern in the catalog, {@code flow/texts/<language>.properties}
 * @param values what the pattern has places for; those that are phrases are told in the same language, the others as they are
 */
public record Phrase(String key, List<Object> values) {
    /** Nothing at all, where something might be told. */
    static final Phrase NONE = plain("");

    public Phrase {
        values = List.copyOf(values);
    }

    /** The phrase of a key; a value that is no phrase is told as its {@code toString()} gives it. */
    public static Phrase of(String key, Object... values) {
        return new Phrase(
                key,
                List.of(values).stream()
                        .map(value -> value instanceof Phrase ? value : value.toString())
                        .toList());
    }

    /** What is the same in every language, as a name, or a text that others have written. */
    public static Phrase plain(String text) {
        return of("plain", text);
    }

    /**
     * The text in a language; in English when there is none in it.
     *
     * @throws IllegalArgumentException when the catalog does not have its key
     */
    public String in(Language language) {
        Object[] texts = values.stream()
                .map(value -> value instanceof Phrase phrase ? phrase.in(language) : value)
                .toArray();
        return Phrases.in(language).text(key, texts);
    }
}
