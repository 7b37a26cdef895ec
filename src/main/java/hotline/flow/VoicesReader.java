package hotline.flow;

import hotline.flow.Tree.Field;
import hotline.flow.Tree.Fields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads who speaks a language: a name, or a name and that of the fallback. */
final class VoicesReader {
    /** Only these names tell their language, and not all of them by two letters, as {@code cmn-CN} (Twilio, "Text-to-Speech"). */
    private static final Pattern TELLS_LANGUAGE = Pattern.compile("Google\\.([a-z]{2})-.+");

    private final Problems problems;

    VoicesReader(Problems problems) {
        this.problems = problems;
    }

    /** @param field the language's code, and who speaks it */
    Optional<Voice> voice(Section section, Field field) {
        String language = field.key().value();
        if (!(field.value() instanceof Fields)) {
            return section.asText(field.value(), language).map(name -> Voice.of(checked(name, language)));
        }
        return section.section(Phrase.of("what.language", language), field).map(parts -> voice(parts, language));
    }

    private Voice voice(Section parts, String language) {
        Ref first = parts.text("voice", Phrase.of("means.voice-name"));
        Optional<Ref> fallback = parts.findText("fallback");
        parts.close();
        fallback.filter(name -> name.name().equals(first.name()))
                .ifPresent(same -> problems.add(Rule.SAME_VOICE, same.place(), Phrase.of("voice.same")));
        return new Voice(checked(first, language), fallback.map(name -> checked(name, language)));
    }

    private String checked(Ref name, String language) {
        Matcher told = TELLS_LANGUAGE.matcher(name.name());
        if (told.matches() && !told.group(1).equals(language)) {
            problems.add(
                    Rule.VOICE_OF_OTHER_LANGUAGE,
                    name.place(),
                    Phrase.of("voice.other-language", name, told.group(1), language));
        }
        return name.name();
    }
}
