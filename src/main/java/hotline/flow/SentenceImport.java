package hotline.flow;

import de.siegmar.fastcsv.reader.CsvParseException;
import hotline.flow.PromptSyntax.Malformed;
import hotline.flow.Sentence.Version;
import hotline.flow.SentenceCsv.Row;
import hotline.flow.SentenceCsv.Table;
import hotline.phone.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Takes translations back into a folder of flows: all of them, or none when anything is wrong. */
public final class SentenceImport {
    /**
     * What became of it.
     *
     * @param refusals why nothing was written, a line each; empty when it was
     * @param changed the sentences that are other now, as {@code prompts/en.yaml: welcome}
     */
    public record Result(List<String> refusals, List<String> changed) {
        public Result {
            refusals = List.copyOf(refusals);
            changed = List.copyOf(changed);
        }
    }

    private final Path folder;
    private final String csv;
    private final Sentences sentences;
    private final Map<String, String> before;
    private final Map<String, String> after = new TreeMap<>();
    private final List<String> refusals = new ArrayList<>();
    private final List<String> changed = new ArrayList<>();

    private SentenceImport(Path folder, String csv) {
        this.folder = folder;
        this.csv = csv;
        this.sentences = Sentences.read(folder);
        this.before = FlowLoader.read(folder);
    }

    /**
     * Reads the translations and writes those that differ.
     *
     * @param csv what the file is called in refusals
     * @throws FlowProblemsException when the sentences that are there cannot be read
     */
    public static Result run(Path folder, String csv, String text) {
        return new SentenceImport(folder, csv).run(text);
    }

    private Result run(String text) {
        try {
            Table table = SentenceCsv.read(text);
            if (isComplete(table.columns())) {
                rows(table.rows());
            }
        } catch (CsvParseException e) {
            refuse(1, "this is not CSV: " + e.getMessage());
        }
        if (refusals.isEmpty()) {
            newErrors();
        }
        if (refusals.isEmpty()) {
            write();
        }
        return new Result(refusals, refusals.isEmpty() ? changed : List.of());
    }

    private boolean isComplete(List<String> columns) {
        Set<String> codes = sentences.languages().stream().map(Language::code).collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            boolean isKnown = Set.of("name", "kind", "recorded").contains(column)
                    || codes.contains(column)
                    || column.startsWith("seconds");
            if (!isKnown) {
                refuse(1, "there is no language `" + column + "`" + Nearest.hint(column, codes));
            } else if (!seen.add(column)) {
                refuse(1, "the column `" + column + "` is there twice");
            }
        }
        if (!seen.containsAll(Set.of("name", "kind"))) {
            refuse(1, "the first line must name the columns: name, kind, and the languages");
        }
        return refusals.isEmpty();
    }

    private void rows(List<Row> rows) {
        Map<String, Sentence> known = new HashMap<>();
        sentences.list().forEach(sentence -> known.put(sentence.kind().word() + " " + sentence.name(), sentence));
        Set<String> seen = new HashSet<>();
        for (Row row : rows) {
            String name = row.cell("kind") + " " + row.cell("name");
            Sentence sentence = known.get(name);
            if (sentence == null) {
                refuse(row.line(), "there is no " + name.strip() + Nearest.hint(name, known.keySet()));
            } else if (!seen.add(name)) {
                refuse(row.line(), "the " + name + " is there twice");
            } else {
                row(row, sentence);
            }
        }
    }

    private void row(Row row, Sentence sentence) {
        Map<Language, String> texts = new LinkedHashMap<>();
        Set<Language> others = new TreeSet<>((a, b) -> a.code().compareTo(b.code()));
        for (Language language : sentences.languages()) {
            String old = Optional.ofNullable(sentence.versions().get(language))
                    .map(Version::text)
                    .orElse("");
            String text = row.cells().containsKey(language.code()) ? row.cell(language.code()) : old;
            if (!text.isEmpty()) {
                texts.put(language, text);
            }
            if (text.isEmpty() && !old.isEmpty()) {
                refuse(row.line(), "`" + sentence.name() + "` has no text in `" + language + "`");
            } else if (!text.equals(old)) {
                others.add(language);
            }
        }
        if (!others.isEmpty() && saysTheSame(row, sentence, texts)) {
            others.forEach(language -> change(sentence, language, texts.getOrDefault(language, "")));
        }
    }

    private boolean saysTheSame(Row row, Sentence sentence, Map<Language, String> texts) {
        Map<Language, Set<String>> values = new LinkedHashMap<>();
        for (Map.Entry<Language, String> text : texts.entrySet()) {
            try {
                values.put(text.getKey(), values(sentence, text.getKey(), text.getValue()));
            } catch (Malformed e) {
                refuse(
                        row.line(),
                        "`" + sentence.name() + "` in `" + text.getKey() + "` cannot be read: " + e.getMessage());
                return false;
            }
        }
        Set<String> all = new TreeSet<>();
        values.values().forEach(all::addAll);
        values.forEach((language, said) -> {
            Set<String> missing = new TreeSet<>(all);
            missing.removeAll(said);
            if (!missing.isEmpty()) {
                refuse(
                        row.line(),
                        "`" + sentence.name() + "` in `" + language + "` leaves out `{" + String.join("}`, `{", missing)
                                + "}`, which another language says");
            }
        });
        return values.values().stream().allMatch(all::equals);
    }

    private static Set<String> values(Sentence sentence, Language language, String text) throws Malformed {
        Ref name = new Ref(sentence.name(), new Place(sentence.kind().file(language), 1, 1));
        return new Prompt(name, text, language)
                .placeholders().stream().map(Placeholder::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private void change(Sentence sentence, Language language, String text) {
        String file = sentence.kind().file(language);
        String source = after.getOrDefault(file, before.getOrDefault(file, ""));
        after.put(file, SentenceFile.of(source).with(sentence.name(), text));
        changed.add(file + ": " + sentence.name());
    }

    /** Whatever the flows would be refused for, and were not before. */
    private void newErrors() {
        Set<String> known =
                FlowLoader.check(folder).stream().map(SentenceImport::mistake).collect(Collectors.toSet());
        FlowLoader.check(folder, after).stream()
                .filter(problem -> problem.isError() && !known.contains(mistake(problem)))
                .forEach(problem -> refusals.add(csv + ": it would break the flows: " + problem));
    }

    /** Without its line, which moves when the text above gets longer. */
    private static String mistake(FlowProblem problem) {
        return problem.file() + " " + problem.rule() + " " + problem.text();
    }

    private void write() {
        try {
            for (Map.Entry<String, String> file : after.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            undo(e);
            throw new UncheckedIOException("cannot write the sentences in " + folder, e);
        }
    }

    private void undo(IOException cause) {
        for (String file : after.keySet()) {
            try {
                Files.writeString(folder.resolve(file), before.getOrDefault(file, ""));
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }

    private void refuse(long line, String why) {
        refusals.add(csv + ":" + line + ": " + why);
    }
}
