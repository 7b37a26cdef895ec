package hotline.graph;

import hotline.graph.FlowChart.Box;
import hotline.graph.Picture.PlacedArrow;
import hotline.graph.Picture.PlacedBox;
import hotline.graph.Picture.Point;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a chart as SVG 1.1. Colors are classes: a page brings its own, a file carries some for light and dark. */
public final class SvgWriter {
    private static final String OWN_STYLE = """
            <style>
            .chart{--paper:#fff;--ink:#1b1f24;--quiet:#57606a;--line:#6e7781;--question:#ddf4ff;--queue:#fff8c5;--decision:#fbefff;\
            --action:#dafbe1;--speech:#f6f8fa;--end:#ffebe9;--flow:#eaeef2;font-family:system-ui,sans-serif}
            @media (prefers-color-scheme:dark){.chart{--paper:#0d1117;--ink:#e6edf3;--quiet:#9198a1;--line:#8b949e;--question:#0c2d4a;\
            --queue:#3b2e00;--decision:#32174d;--action:#0f2e1a;--speech:#161b22;--end:#4a1210;--flow:#21262d}}
            .paper{fill:var(--paper)}.box{stroke:var(--line)}.title{fill:var(--ink);font-size:12px;font-weight:600}
            .detail,.label{fill:var(--quiet);font-size:11px}.way{fill:none;stroke:var(--line)}.head{fill:var(--line)}
            .start .box{stroke-width:2.5}
            .question .box{fill:var(--question)}.queue .box{fill:var(--queue)}.decision .box{fill:var(--decision)}
            .action .box{fill:var(--action)}.speech .box{fill:var(--speech)}.end .box{fill:var(--end)}
            .flow .box,.return .box{fill:var(--flow);stroke-dasharray:4 3}
            </style>
            """;

    private final boolean ownStyle;
    private final Map<String, String> notes;

    private SvgWriter(boolean ownStyle, Map<String, String> notes) {
        this.ownStyle = ownStyle;
        this.notes = notes;
    }

    /** A file of its own. */
    public static String file(FlowChart chart) {
        return new SvgWriter(true, Map.of()).write(Layout.of(chart));
    }

    /**
     * For a page that has styles for the classes.
     *
     * @param notes what to write at the corner of a box, by its id
     */
    static String inPage(Picture picture, Map<String, String> notes) {
        return new SvgWriter(false, notes).write(picture);
    }

    private String write(Picture picture) {
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\" width=\"%1$.0f\" height=\"%2$.0f\""
                        + " viewBox=\"0 0 %1$.0f %2$.0f\">\n<title>%3$s</title>\n",
                picture.width(),
                picture.height(),
                escaped(picture.name())));
        if (ownStyle) {
            svg.append(OWN_STYLE);
        }
        svg.append("<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n");
        picture.arrows().forEach(arrow -> way(svg, arrow));
        picture.arrows().forEach(arrow -> label(svg, arrow));
        boolean first = true;
        for (PlacedBox box : picture.boxes()) {
            box(svg, box, first);
            first = false;
        }
        return svg.append("</svg>\n").toString();
    }

    private static void way(StringBuilder svg, PlacedArrow arrow) {
        List<Point> points = arrow.points();
        String path = points.stream()
                .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", point.x(), point.y()))
                .collect(Collectors.joining(" "));
        svg.append("<polyline class=\"way\" points=\"").append(path).append("\"/>\n");
        if (points.size() > 1) {
            head(svg, points.get(points.size() - 2), points.get(points.size() - 1));
        }
    }

    /** A triangle whose tip is where the arrow ends. */
    private static void head(StringBuilder svg, Point before, Point tip) {
        double length = Math.hypot(tip.x() - before.x(), tip.y() - before.y());
        double dx = length == 0 ? 0 : (tip.x() - before.x()) / length;
        double dy = length == 0 ? 1 : (tip.y() - before.y()) / length;
        svg.append(String.format(
                Locale.ROOT,
                "<polygon class=\"head\" points=\"%.1f,%.1f %.1f,%.1f %.1f,%.1f\"/>\n",
                tip.x(),
                tip.y(),
                tip.x() - 8 * dx - 4 * dy,
                tip.y() - 8 * dy + 4 * dx,
                tip.x() - 8 * dx + 4 * dy,
                tip.y() - 8 * dy - 4 * dx));
    }

    private static void label(StringBuilder svg, PlacedArrow arrow) {
        String label = arrow.arrow().label();
        if (label.isEmpty()) {
            return;
        }
        text(svg, "label", arrow.label().x(), arrow.label().y() + 4, label);
    }

    private void box(StringBuilder svg, PlacedBox placed, boolean isStart) {
        Box box = placed.box();
        svg.append("<g class=\"")
                .append(box.kind().name().toLowerCase(Locale.ROOT))
                .append(isStart ? " start" : "")
                .append("\" data-step=\"")
                .append(escaped(box.id()))
                .append("\">\n");
        svg.append(shape(placed));
        double middle = placed.x() + placed.width() / 2;
        double line = placed.y() + placed.height() / 2 + (box.detail().isEmpty() ? 4 : -4);
        text(svg, "title", middle, line, box.title());
        if (!box.detail().isEmpty()) {
            text(svg, "detail", middle, line + Layout.LINE_HEIGHT, box.detail());
        }
        String note = notes.get(box.id());
        if (note != null) {
            double width = note.length() * 7 + 12;
            double right = placed.x() + placed.width() + 6;
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"note-back\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"18\" rx=\"9\"/>",
                    right - width,
                    placed.y() - 9,
                    width));
            text(svg, "note", right - width / 2, placed.y() + 4, note);
        }
        svg.append("</g>\n");
    }

    private static String shape(PlacedBox placed) {
        double x = placed.x();
        double y = placed.y();
        double w = placed.width();
        double h = placed.height();
        double round = switch (placed.box().kind()) {
            case SPEECH -> 10;
            case END, RETURN, FLOW -> h / 2;
            default -> 3;
        };
        return placed.box().kind() == FlowChart.Kind.DECISION
                ? String.format(
                        Locale.ROOT,
                        "<polygon class=\"box\" points=\"%.1f,%.1f %.1f,%.1f %.1f,%.1f %.1f,%.1f %.1f,%.1f %.1f,%.1f\"/>\n",
                        x + 10,
                        y,
                        x + w - 10,
                        y,
                        x + w,
                        y + h / 2,
                        x + w - 10,
                        y + h,
                        x + 10,
                        y + h,
                        x,
                        y + h / 2)
                : String.format(
                        Locale.ROOT,
                        "<rect class=\"box\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"%.1f\"/>\n",
                        x,
                        y,
                        w,
                        h,
                        round);
    }

    private static void text(StringBuilder svg, String type, double x, double y, String words) {
        svg.append(String.format(
                Locale.ROOT,
                "<text class=\"%s\" text-anchor=\"middle\" x=\"%.1f\" y=\"%.1f\">%s</text>\n",
                type,
                x,
                y,
                escaped(words)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
