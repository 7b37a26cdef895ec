package hotline.flow;

import com.ibm.icu.text.MessageFormat;
import hotline.flow.PromptSyntax.Malformed;
import hotline.phone.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One sentence of a language, with places for values. Safe to use from several threads. */
final class Prompt {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Ref name;
    private final Language voice;
    private final List<Placeholder> placeholders;
    private final MessageFormat format;

    /**
     * @param voice the language whose voice speaks it: the one of the file, but for a sentence such as "for English,
     *     press 9"
     */
    Prompt(Ref name, String text, Language voice) throws Malformed {
        this.name = name;
        this.voice = voice;
        PromptSyntax syntax = new PromptSyntax(text);
        this.placeholders = syntax.placeholders();
        try {
            this.format = new MessageFormat(syntax.pattern(), voice.locale());
        } catch (IllegalArgumentException e) {
            throw new Malformed(Phrase.plain(String.valueOf(e.getMessage())));
        }
    }

    static Prompt empty(Ref name, Language voice) {
        try {
            return new Prompt(name, "", voice);
        } catch (Malformed e) {
            throw new AssertionError("an empty text is a good pattern", e);
        }
    }

    Ref name() {
        return name;
    }

    Language voice() {
        return voice;
    }

    List<Placeholder> placeholders() {
        return placeholders;
    }

    /** The sentence with its values; a value that is not there is left out. */
    String text(Map<String, String> values, ValueSpeech speech) {
        Map<String, Object> arguments = new HashMap<>();
        for (Placeholder place : placeholders) {
            String value = values.getOrDefault(place.name(), "");
            arguments.put(place.argument(), argument(place, value, speech));
        }
        synchronized (format) {
            return SPACE.matcher(format.format(arguments)).replaceAll(" ").strip();
        }
    }

    private static Object argument(Placeholder place, String value, ValueSpeech speech) {
        if (place.isNumeric()) {
            return speech.number(value);
        }
        return switch (place.type()) {
            case "date" -> speech.date(value, place.style());
            case "time" -> speech.time(value);
            case "money" -> speech.money(value);
            case "spell" -> speech.spell(value, place.style());
            case "select" -> value.replace('-', '_');
            case "last" -> speech.last(value, place.style());
            default -> speech.text(value);
        };
    }
}
