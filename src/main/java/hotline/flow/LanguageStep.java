package hotline.flow;

import hotline.flow.Next.Go;
import hotline.flow.Use.Kind;
import hotline.phone.Language;
import java.util.List;

/** Goes on in another language: a named one, or {@code next} for the one after the present one. */
record LanguageStep(Ref language, Ref then) implements Step {
    private static final String NEXT = "next";

    static LanguageStep read(StepFields fields) {
        Ref language = fields.section().text("language", Phrase.of("means.language"));
        if (!language.name().equals(NEXT)) {
            fields.note(Kind.LANGUAGE, language);
        }
        return new LanguageStep(language, fields.target("then", "where.then"));
    }

    @Override
    public Next enter(Walk walk) {
        List<Language> languages = walk.flows().languages();
        int next = (languages.indexOf(walk.language()) + 1) % languages.size();
        walk.speak(language.name().equals(NEXT) ? languages.get(next) : new Language(language.name()));
        return new Go(then);
    }

    @Override
    public List<Way> ways() {
        return List.of(Way.by("then", then));
    }
}
