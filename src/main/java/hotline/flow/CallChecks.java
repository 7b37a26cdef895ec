package hotline.flow;

import hotline.flow.Flow.PlacedStep;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Checks the flows that call others: that they are given control back, by every way they offer, and never call themselves. */
final class CallChecks {
    private final Map<String, Flow> flows;
    private final Problems problems;

    CallChecks(FlowContents contents, Problems problems) {
        this.flows = contents.flows();
        this.problems = problems;
    }

    /** Whether the calls end, so that the paths through them can be followed. */
    boolean check() {
        boolean ends = true;
        for (Flow flow : flows.values()) {
            unusedReturns(flow);
            for (PlacedStep placed : flow.steps().values()) {
                if (placed.step() instanceof SubFlowStep call) {
                    ends &= call(flow, call);
                }
            }
        }
        return ends;
    }

    private boolean call(Flow flow, SubFlowStep call) {
        Ref name = call.subFlow();
        Flow called = flows.get(name.name());
        if (called == null) {
            return true;
        }
        if (called.returns().isEmpty() && !called.steps().isEmpty()) {
            problems.add(Rule.NEVER_RETURNS, name.place(), Phrase.of("flow.never-returns", name));
        }
        if (calls(called, flow, new HashSet<>())) {
            problems.add(
                    Rule.CALLS_ITSELF,
                    name.place(),
                    called.equals(flow)
                            ? Phrase.of("flow.calls-itself", name)
                            : Phrase.of("flow.calls-itself-by", flow.name(), name));
            return false;
        }
        return true;
    }

    private boolean calls(Flow flow, Flow wanted, Set<Flow> seen) {
        if (flow.equals(wanted)) {
            return true;
        }
        return seen.add(flow)
                && flow.steps().values().stream()
                        .filter(placed -> placed.step() instanceof SubFlowStep)
                        .map(placed -> flows.get(
                                ((SubFlowStep) placed.step()).subFlow().name()))
                        .anyMatch(called -> called != null && calls(called, wanted, seen));
    }

    private void unusedReturns(Flow flow) {
        Set<String> targets = new HashSet<>();
        flow.steps().values().forEach(placed -> placed.targets().forEach(ref -> targets.add(ref.name())));
        for (Ref name : flow.returns()) {
            if (!targets.contains(name.name())) {
                problems.add(Rule.UNUSED_RETURN, name.place(), Phrase.of("flow.unused-return", flow.name(), name));
            }
        }
    }
}
