package hotline.flow;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import hotline.flow.Sentence.Version;
import hotline.phone.Language;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The sentences as CSV (RFC 4180): a name, its kind, the text in each language, and for studios the seconds of speech and the languages
 * that are recorded. Of a file that comes back only names, kinds and texts are read.
 */
public final class SentenceCsv {
    /** What a spreadsheet would take for a formula (OWASP, "CSV Injection"), also behind the marks of {@link #defused}. */
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r].*", Pattern.DOTALL);

    private static final Pattern DEFUSED = Pattern.compile("'+[=+\\-@\t\r].*", Pattern.DOTALL);

    /**
     * A line that came back.
     *
     * @param line where it begins in the file, from 1
     * @param cells by the name of their column
     */
    record Row(long line, Map<String, String> cells) {
        String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /**
     * A file that came back.
     *
     * @param columns as the first line names them
     */
    record Table(List<String> columns, List<Row> rows) {}

    private SentenceCsv() {}

    /** The sentences for a spreadsheet. */
    public static String write(Sentences sentences) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            List<String> head = new ArrayList<>(List.of("name", "kind"));
            sentences.languages().forEach(language -> head.add(language.code()));
            sentences.languages().forEach(language -> head.add("seconds " + language.code()));
            head.add("recorded");
            csv.writeRecord(head);
            for (Sentence sentence : sentences.list()) {
                csv.writeRecord(line(sentence, sentences.languages()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.toString();
    }

    private static List<String> line(Sentence sentence, List<Language> languages) {
        List<String> line = new ArrayList<>(
                List.of(defused(sentence.name()), sentence.kind().word()));
        languages.forEach(language -> line.add(version(sentence, language)
                .map(Version::text)
                .map(SentenceCsv::defused)
                .orElse("")));
        languages.forEach(language -> line.add(version(sentence, language)
                .filter(version -> sentence.kind() == Sentence.Kind.PROMPT)
                .map(version -> String.format(Locale.ROOT, "%.1f", version.seconds()))
                .orElse("")));
        line.add(languages.stream()
                .filter(language ->
                        version(sentence, language).filter(Version::isRecorded).isPresent())
                .map(Language::code)
                .collect(Collectors.joining(" ")));
        return line;
    }

    private static Optional<Version> version(Sentence sentence, Language language) {
        return Optional.ofNullable(sentence.versions().get(language));
    }

    /**
     * A file as spreadsheets save it: with commas, semicolons or tabs, with a mark of its encoding or without.
     *
     * @throws CsvParseException when it is not CSV
     */
    static Table read(String text) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        List<CsvRecord> records;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(plain))
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(plain)) {
            records = reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
        if (records.isEmpty()) {
            return new Table(List.of(), List.of());
        }
        List<String> columns =
                records.get(0).getFields().stream().map(String::strip).toList();
        return new Table(
                columns,
                records.stream().skip(1).map(line -> row(line, columns)).toList());
    }

    private static char separator(String text) {
        String head = text.lines().findFirst().orElse("");
        return head.contains(",") ? ',' : head.contains(";") ? ';' : '\t';
    }

    private static Row row(CsvRecord line, List<String> columns) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < Math.min(columns.size(), line.getFieldCount()); i++) {
            cells.put(columns.get(i), undone(SentenceFile.onOneLine(line.getField(i))));
        }
        return new Row(line.getStartingLineNumber(), cells);
    }

    /** A cell that a spreadsheet shows and does not reckon; {@link #undone} gives it back. */
    private static String defused(String cell) {
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }

    private static String undone(String cell) {
        return DEFUSED.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
