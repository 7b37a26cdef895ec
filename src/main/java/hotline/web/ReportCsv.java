package hotline.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import hotline.report.Figures;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A report as CSV (RFC 4180): one line for each group, and one for all. Shares from 0 to 1, times in seconds. */
final class ReportCsv {
    /** With these a spreadsheet begins a formula (OWASP, "CSV Injection"). */
    private static final String BEGINS_FORMULA = "=+-@\t\r";

    private ReportCsv() {}

    static String write(ReportView view) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            List<String> head = new ArrayList<>();
            head.add(view.texts().get("by." + view.report().by().word()));
            view.columns().forEach(column -> head.add(view.texts().get("figure." + column.word())));
            csv.writeRecord(head.stream().map(ReportCsv::defused).toList());
            view.report().rows().forEach(row -> csv.writeRecord(line(view, view.group(row.key()), row.figures())));
            csv.writeRecord(
                    line(view, view.texts().get("report.all"), view.report().total()));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.toString();
    }

    private static List<String> line(ReportView view, String group, Figures figures) {
        List<String> line = new ArrayList<>();
        line.add(defused(group));
        view.columns().forEach(column -> line.add(column.raw(figures)));
        return line;
    }

    /** A cell that a spreadsheet shows and does not reckon. */
    static String defused(String cell) {
        return !cell.isEmpty() && BEGINS_FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
