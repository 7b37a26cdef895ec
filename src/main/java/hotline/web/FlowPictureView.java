package hotline.web;

import hotline.graph.Drawing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The picture of one flow, or of all of them, with how many callers are where.
 *
 * @param flow the flow's name; empty for the picture of all
 * @param rows what can be counted, in the order of the flow
 * @param days how many days back calls that ended are counted, today among them
 */
public record FlowPictureView(Texts texts, String flow, Drawing drawing, List<Row> rows, int days) {
    /** How many days back a reader may ask for. */
    public static final List<Integer> DAYS = List.of(1, 7, 30);

    /**
     * A step, or a flow.
     *
     * @param id of its box in the chart
     * @param kind what it does, in the flow language's word
     * @param here callers who are there now
     * @param left calls that ended there
     */
    public record Row(String id, String name, String kind, int here, int left) {}

    public FlowPictureView {
        rows = List.copyOf(rows);
    }

    public boolean isOverview() {
        return flow.isEmpty();
    }

    public String path() {
        return isOverview() ? FlowRoutes.PAGE : FlowRoutes.PAGE + "/of/" + flow;
    }

    public int here() {
        return rows.stream().mapToInt(Row::here).sum();
    }

    public int left() {
        return rows.stream().mapToInt(Row::left).sum();
    }

    /** The picture; what it shows can be read in the table, too. */
    public String svg() {
        Map<String, String> notes = new HashMap<>();
        for (Row row : rows) {
            List<String> parts = new ArrayList<>();
            if (row.here() > 0) {
                parts.add("● " + row.here());
            }
            if (row.left() > 0) {
                parts.add("↗ " + row.left());
            }
            if (!parts.isEmpty()) {
                notes.put(row.id(), String.join("  ", parts));
            }
        }
        return drawing.inPage(notes);
    }
}
