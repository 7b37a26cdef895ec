package hotline.flow;

import hotline.flow.PromptSyntax.Malformed;
import hotline.flow.Tree.Field;
import hotline.flow.Tree.Fields;
import hotline.phone.Language;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the sentences of one language: prompts/id.yaml, messages/en.yaml. */
final class PromptReader {
    private static final String QUOTES = "\"“”„";
    private static final Pattern QUOTED =
            Pattern.compile("([" + QUOTES + "]?)(.*?)([" + QUOTES + "]?)", Pattern.DOTALL);

    private final Problems problems;

    PromptReader(Problems problems) {
        this.problems = problems;
    }

    /** @param source the file, in which a text may end sooner than its author thinks */
    Map<String, Prompt> read(Section section, Language language, String source) {
        SentenceFile.of(source)
                .textsBeforeComments()
                .forEach((name, line) -> problems.add(
                        Rule.CUT_OFF_TEXT,
                        new Place(section.place().file(), line, 1),
                        Phrase.of("sentence.cut-off", name)));
        Map<String, Prompt> prompts = new LinkedHashMap<>();
        for (Field field : section.rest()) {
            Ref name = new Ref(field.key().value(), field.key().place());
            prompt(section, name, field, language).ifPresent(prompt -> prompts.put(name.name(), prompt));
        }
        return prompts;
    }

    private Optional<Prompt> prompt(Section section, Ref name, Field field, Language language) {
        if (!(field.value() instanceof Fields)) {
            return section.asText(field.value(), name.name()).map(text -> compile(name, text, language));
        }
        return section.section(Phrase.of("what.prompt", name), field).flatMap(inner -> {
            Ref text = inner.text("text", Phrase.of("means.said"));
            Ref in = inner.text("in", Phrase.of("means.voice"));
            inner.close();
            return new NumbersReader(problems).language(in).map(voice -> compile(name, text, voice));
        });
    }

    /** Quotation marks are not heard, so one at an end is a slip; unless it belongs to a word or a part of the sentence. */
    private void quotes(Ref name, String text) {
        Matcher ends = QUOTED.matcher(text.strip());
        if (!ends.matches()) {
            return;
        }
        boolean begins = !ends.group(1).isEmpty();
        boolean closes = !ends.group(3).isEmpty();
        long inside = ends.group(2).chars().filter(c -> QUOTES.indexOf(c) >= 0).count();
        if (begins && closes && inside == 0) {
            problems.add(Rule.STRAY_QUOTE, name.place(), Phrase.of("sentence.quoted", name));
        } else if ((begins || closes) && inside % 2 == (begins == closes ? 1 : 0)) {
            String where = begins == closes
                    ? "sentence.quote-somewhere"
                    : begins ? "sentence.quote-begins" : "sentence.quote-ends";
            problems.add(Rule.STRAY_QUOTE, name.place(), Phrase.of(where, name));
        }
    }

    /** A prompt that cannot be read stays, empty, so that nobody is told that it does not exist. */
    private Prompt compile(Ref name, Ref text, Language voice) {
        quotes(name, text.name());
        try {
            return new Prompt(name, text.name(), voice);
        } catch (Malformed e) {
            problems.add(Rule.MALFORMED_PROMPT, text.place(), Phrase.of("sentence.malformed", name, e.phrase()));
            return Prompt.empty(name, voice);
        }
    }
}
