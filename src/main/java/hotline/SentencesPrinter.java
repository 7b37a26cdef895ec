package hotline;

import hotline.flow.Sentence;
import hotline.flow.Sentence.Kind;
import hotline.flow.Sentence.Version;
import hotline.flow.Sentences;
import hotline.phone.Language;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes the sentences for people: a line each, a column for each language. */
final class SentencesPrinter {
    private static final String MISSING = "missing";

    private final Sentences sentences;

    SentencesPrinter(Sentences sentences) {
        this.sentences = sentences;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (Kind kind : Kind.values()) {
            text.append(row(kind.word(), language -> language.code()));
            of(kind).forEach(sentence -> text.append(row(sentence.name(), language -> length(sentence, language))));
            text.append(row(of(kind).count() + " in all", language -> total(kind, language)))
                    .append('\n');
        }
        long missing = missing();
        text.append(missing == 0 ? "Nothing is missing.\n" : missing + " missing\n");
        return text.toString();
    }

    /** How many texts are not there, over all languages. */
    long missing() {
        return sentences.list().stream()
                .mapToLong(sentence ->
                        sentences.languages().size() - sentence.versions().size())
                .sum();
    }

    private String row(String name, Function<Language, String> cell) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-30s", name));
        sentences
                .languages()
                .forEach(language -> row.append(String.format(Locale.ROOT, "%-22s", cell.apply(language))));
        return row.toString().stripTrailing() + "\n";
    }

    private static String length(Sentence sentence, Language language) {
        return Optional.ofNullable(sentence.versions().get(language))
                .map(version -> sentence.kind() == Kind.MESSAGE
                        ? version.parts() + " SMS"
                        : seconds(version.seconds()) + (version.isRecorded() ? ", recorded" : ""))
                .orElse(MISSING);
    }

    private String total(Kind kind, Language language) {
        if (kind == Kind.MESSAGE) {
            return versions(kind, language).mapToInt(Version::parts).sum() + " SMS";
        }
        long recorded = versions(kind, language).filter(Version::isRecorded).count();
        return seconds(versions(kind, language).mapToDouble(Version::seconds).sum())
                + (recorded == 0 ? "" : ", " + recorded + " recorded");
    }

    private Stream<Version> versions(Kind kind, Language language) {
        return of(kind).map(sentence -> sentence.versions().get(language)).filter(Objects::nonNull);
    }

    private Stream<Sentence> of(Kind kind) {
        return sentences.list().stream().filter(sentence -> sentence.kind() == kind);
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }
}
