package hotline.graph;

import hotline.graph.FlowChart.Arrow;
import hotline.graph.FlowChart.Box;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes charts as Mermaid flowcharts, which many wikis and code hosts draw (mermaid.js.org, "Flowcharts Syntax"). Labels stand
 * in quotes; characters that end them are written as entities.
 */
public final class MermaidWriter {
    private MermaidWriter() {}

    /** One flowchart with a part for each flow. */
    public static String write(List<FlowChart> charts) {
        StringBuilder text = new StringBuilder("flowchart TD\n");
        for (FlowChart chart : charts) {
            write(chart, "f" + charts.indexOf(chart), text);
        }
        return text.toString();
    }

    private static void write(FlowChart chart, String part, StringBuilder text) {
        Map<String, String> ids = new HashMap<>();
        text.append("  subgraph ")
                .append(part)
                .append("[\"")
                .append(escaped(chart.name()))
                .append("\"]\n");
        for (Box box : chart.boxes()) {
            String id = part + "s" + ids.size();
            ids.put(box.id(), id);
            text.append("    ").append(id).append(shaped(box)).append('\n');
        }
        for (Arrow arrow : chart.arrows()) {
            text.append("    ").append(ids.get(arrow.from())).append(" -->");
            if (!arrow.label().isEmpty()) {
                text.append("|\"").append(escaped(arrow.label())).append("\"|");
            }
            text.append(' ').append(ids.get(arrow.to())).append('\n');
        }
        text.append("  end\n");
    }

    private static String shaped(Box box) {
        String detail = box.detail().isEmpty() ? "" : "<br/>" + escaped(box.detail());
        String label = '"' + escaped(box.title()) + detail + '"';
        return switch (box.kind()) {
            case QUESTION -> "[/" + label + "/]";
            case QUEUE -> "[[" + label + "]]";
            case DECISION -> "{{" + label + "}}";
            case ACTION -> "[" + label + "]";
            case SPEECH -> "(" + label + ")";
            case END, RETURN -> "([" + label + "])";
            case FLOW -> ">" + label + "]";
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "#amp;")
                .replace("\"", "#quot;")
                .replace("<", "#lt;")
                .replace(">", "#gt;");
    }
}
