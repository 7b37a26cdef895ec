package hotline.web;

import hotline.report.Counted;
import hotline.report.Figures;
import hotline.report.Grouping;
import hotline.report.Report;
import hotline.report.ReportRules;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the page of reports shows.
 *
 * @param today the day that it is where the shop is
 * @param names of the agents, by username
 */
public record ReportView(Texts texts, LocalDate today, Report report, ReportRules rules, Map<String, String> names) {
    private static final int PERCENT = 100;

    public static final List<Grouping> GROUPINGS = List.of(Grouping.values());

    /** The columns of the table. */
    public List<ReportColumn> columns() {
        return ReportColumn.listFor(report.by());
    }

    public String shown(ReportColumn column, Figures figures) {
        return column.shown(figures, texts.language().locale());
    }

    /** What a figure means, with the times it is measured by. */
    public String definition(ReportColumn column) {
        return texts.get(
                "definition." + column.word(),
                rules.answerWithin().toSeconds(),
                rules.shortAbandon().toSeconds());
    }

    /** The name of a group for its readers. */
    public String group(String key) {
        return switch (report.by()) {
            case HOUR -> key + ":00";
            case DAY -> key;
            case QUEUE -> texts.getOr("topic." + key, key);
            case TOPIC -> key.isEmpty() ? texts.get("topic.none") : texts.getOr("topic." + key, key);
            case AGENT -> names.getOrDefault(key, key);
        };
    }

    /** The address of the list behind a figure. */
    public String listOf(ReportColumn column) {
        return "/reports/" + column.list() + "&" + period() + "&by="
                + report.by().word();
    }

    /** The address of the list behind a figure of a group. */
    public String listOf(ReportColumn column, String key) {
        return listOf(column) + "&key=" + URLEncoder.encode(key, StandardCharsets.UTF_8);
    }

    /** The period as addresses have it. */
    public String period() {
        return "first=" + report.period().first() + "&last=" + report.period().last();
    }

    /** The address of a report of the days up to today. */
    public String lastDays(int days, String by) {
        return "/reports?first=" + today.minusDays(days - 1L) + "&last=" + today + "&by=" + by;
    }

    /** The plot of contacts by group. */
    public String plotOfContacts() {
        return plot(
                texts.get("plot.callers"),
                List.of(
                        new Plot.Series(texts.get("figure.answered"), "talking", false, counts(Counted.ANSWERED)),
                        new Plot.Series(texts.get("figure.abandoned"), "trouble", false, counts(Counted.ABANDONED)),
                        new Plot.Series(texts.get("figure.callbacks"), "waiting", true, counts(Counted.CALLBACKS))));
    }

    /** The plot of the service level by group, in percent; none where nobody was offered. */
    public String plotOfServiceLevel() {
        List<Double> shares = report.rows().stream()
                .map(row -> row.figures()
                        .serviceLevelOfOffered()
                        .map(s -> s * PERCENT)
                        .orElse(Double.NaN))
                .toList();
        return plot(
                "%", List.of(new Plot.Series(texts.get("figure.service-level-of-offered"), "accent", true, shares)));
    }

    private List<Integer> counts(Counted counted) {
        return report.rows().stream().map(row -> row.figures().count(counted)).toList();
    }

    private String plot(String unit, List<Plot.Series> series) {
        return new Plot(report.rows().stream().map(row -> label(row.key())).toList(), unit, series).json();
    }

    private String label(String key) {
        return switch (report.by()) {
            case HOUR -> key;
            case DAY ->
                LocalDate.parse(key).getDayOfMonth() + "."
                        + LocalDate.parse(key).getMonthValue() + ".";
            case QUEUE, AGENT, TOPIC -> group(key);
        };
    }

    public Locale locale() {
        return texts.language().locale();
    }
}
