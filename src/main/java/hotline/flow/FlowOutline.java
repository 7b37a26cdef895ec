package hotline.flow;

import hotline.flow.Flow.PlacedStep;
import java.util.List;
import java.util.Optional;

/**
 * One flow as a picture or an overview needs it.
 *
 * @param topic what a caller who comes here rings about, if the flow says so
 * @param start the step at which it begins
 * @param steps in the order of the file
 */
public record FlowOutline(String name, Optional<String> topic, String start, List<StepOutline> steps) {
    /**
     * A step.
     *
     * @param kind the word by which its author begins it, as {@code menu}
     * @param calls the flow that it calls, or empty text
     */
    public record StepOutline(String name, String kind, String calls, List<Exit> exits) {
        public StepOutline {
            exits = List.copyOf(exits);
        }
    }

    /** What an exit leads to. */
    public enum Leads {
        TO_STEP,
        BACK,
        TO_FLOW
    }

    /**
     * A way on.
     *
     * @param name the key, the field or the condition
     * @param target the name of the step, the return or the flow
     */
    public record Exit(String name, String target, Leads leads) {}

    public FlowOutline {
        steps = List.copyOf(steps);
    }

    static FlowOutline of(Flow flow) {
        return new FlowOutline(
                flow.name().name(),
                flow.topic().map(Ref::name),
                flow.start().name(),
                flow.steps().values().stream().map(step -> step(flow, step)).toList());
    }

    private static StepOutline step(Flow flow, PlacedStep placed) {
        String calls =
                placed.step() instanceof SubFlowStep call ? call.subFlow().name() : "";
        List<Exit> exits = placed.step().ways().stream()
                .map(way -> new Exit(
                        way.exit(),
                        way.target().name(),
                        leads(flow, way.target().name())))
                .toList();
        return new StepOutline(placed.name().name(), placed.kind(), calls, exits);
    }

    private static Leads leads(Flow flow, String target) {
        if (flow.steps().containsKey(target)) {
            return Leads.TO_STEP;
        }
        return flow.returnsWith(target) ? Leads.BACK : Leads.TO_FLOW;
    }
}
