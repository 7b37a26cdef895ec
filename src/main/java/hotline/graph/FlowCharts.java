package hotline.graph;

import hotline.flow.FlowOutline;
import hotline.flow.FlowOutline.Exit;
import hotline.flow.FlowOutline.StepOutline;
import hotline.flow.VoiceFlows;
import hotline.graph.FlowChart.Arrow;
import hotline.graph.FlowChart.Box;
import hotline.graph.FlowChart.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what there is to draw. */
public final class FlowCharts {
    private static final String IS = " is ";

    private FlowCharts() {}

    /** How a box of a chart is called by which one step stands. */
    public static String id(String flow, String step) {
        return flow + "/" + step;
    }

    /** One chart for each flow, in the order of the files. */
    public static List<FlowChart> of(VoiceFlows flows) {
        return flows.outlines().stream().map(FlowCharts::of).toList();
    }

    /** One chart of all flows: how they lead to each other. What every flow may do, going to a human, is left out. */
    public static FlowChart overview(VoiceFlows flows) {
        Map<String, Box> boxes = new LinkedHashMap<>();
        Map<String, Arrow> arrows = new LinkedHashMap<>();
        flows.numbers().forEach(number -> boxes.put(number.flow(), flowBox(number.flow())));
        for (FlowOutline flow : flows.outlines()) {
            boxes.putIfAbsent(flow.name(), flowBox(flow.name()));
            for (StepOutline step : flow.steps()) {
                if (!step.calls().isEmpty()) {
                    join(arrows, flow.name(), step.calls(), "call");
                }
                for (Exit exit : step.exits()) {
                    if (exit.leads() == FlowOutline.Leads.TO_FLOW
                            && !exit.target().equals(VoiceFlows.HUMAN)) {
                        join(arrows, flow.name(), exit.target(), isKey(exit) ? exit.name() : "");
                    }
                }
            }
        }
        return new FlowChart("flows", new ArrayList<>(boxes.values()), new ArrayList<>(arrows.values()));
    }

    private static boolean isKey(Exit exit) {
        return exit.name().matches("[0-9]");
    }

    private static Box flowBox(String flow) {
        return new Box(flow, flow, "", Kind.FLOW);
    }

    /** The chart of one flow. */
    public static FlowChart of(FlowOutline flow) {
        Map<String, Box> boxes = new LinkedHashMap<>();
        Map<String, Arrow> arrows = new LinkedHashMap<>();
        // The first box is the one at which the flow begins.
        boxes.put(id(flow.name(), flow.start()), new Box("", "", "", Kind.SPEECH));
        for (StepOutline step : flow.steps()) {
            String id = id(flow.name(), step.name());
            boxes.put(id, new Box(id, step.name(), detail(step), kind(step.kind())));
        }
        for (StepOutline step : flow.steps()) {
            for (Exit exit : step.exits()) {
                Box target = target(flow, exit);
                boxes.putIfAbsent(target.id(), target);
                join(arrows, id(flow.name(), step.name()), target.id(), label(step, exit));
            }
        }
        return new FlowChart(flow.name(), new ArrayList<>(boxes.values()), new ArrayList<>(arrows.values()));
    }

    private static Box target(FlowOutline flow, Exit exit) {
        return switch (exit.leads()) {
            case TO_STEP -> new Box(id(flow.name(), exit.target()), exit.target(), "", Kind.ACTION);
            case BACK -> new Box("return " + exit.target(), exit.target(), "", Kind.RETURN);
            case TO_FLOW -> new Box("flow " + exit.target(), exit.target(), "", Kind.FLOW);
        };
    }

    private static String detail(StepOutline step) {
        return (step.kind() + " " + step.calls() + comparedValue(step).orElse("")).strip();
    }

    /** Where there is only one way on, it needs no name; where all cases compare one value, the value stands in the box. */
    private static String label(StepOutline step, Exit exit) {
        if (step.exits().size() == 1) {
            return "";
        }
        return comparedValue(step)
                .map(value -> exit.name().replace(value + IS, ""))
                .orElse(exit.name());
    }

    private static Optional<String> comparedValue(StepOutline step) {
        List<String> values = step.exits().stream()
                .map(Exit::name)
                .filter(name -> name.contains(IS))
                .map(name -> name.substring(0, name.indexOf(IS)))
                .distinct()
                .toList();
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    private static void join(Map<String, Arrow> arrows, String from, String to, String label) {
        arrows.merge(
                from + " " + to,
                new Arrow(from, to, label),
                (known, more) -> new Arrow(from, to, both(known.label(), more.label())));
    }

    private static String both(String one, String other) {
        if (one.isEmpty() || one.equals(other) || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        return one + ", " + other;
    }

    private static Kind kind(String word) {
        return switch (word) {
            case "menu", "choose", "collect", "rate", "voicemail" -> Kind.QUESTION;
            case "queue" -> Kind.QUEUE;
            case "decide" -> Kind.DECISION;
            case "say", "language" -> Kind.SPEECH;
            case "hang-up" -> Kind.END;
            case "call" -> Kind.FLOW;
            default -> Kind.ACTION;
        };
    }
}
