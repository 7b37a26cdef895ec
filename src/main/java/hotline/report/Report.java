package hotline.report;

import java.util.List;

/**
 * The figures of a period.
 *
 * @param rows the same split into groups: hours and days in their order, others with the most offered first
 */
public record Report(Period period, Grouping by, Figures total, List<Row> rows) {
    /** The figures of one group, by its key as {@link Grouping} says. */
    public record Row(String key, Figures figures) {}

    public Report {
        rows = List.copyOf(rows);
    }
}
