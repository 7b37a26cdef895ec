package hotline.flow;

import hotline.flow.Flow.PlacedStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Checks the ways through the flows: every step can be reached, and no circle of steps goes round without the caller. */
final class PathChecks {
    /** A step, by its name and its flow's. */
    private record Node(String flow, String step) {}

    private final Map<String, Flow> flows;
    private final FlowContents contents;
    private final Problems problems;

    PathChecks(FlowContents contents, Problems problems) {
        this.flows = contents.flows();
        this.contents = contents;
        this.problems = problems;
    }

    void check() {
        flows.values().stream().filter(PathChecks::isWhole).forEach(this::unreachableSteps);
        unreachableFlows();
        flows.values()
                .forEach(flow -> flow.steps()
                        .values()
                        .forEach(step ->
                                circle(new Node(flow.name().name(), step.name().name()))));
    }

    /** Where a step could not be read, what it leads to would only seem unreachable. */
    private static boolean isWhole(Flow flow) {
        return flow.steps().values().stream().noneMatch(step -> step.step().equals(FlowReader.BROKEN));
    }

    private void unreachableSteps(Flow flow) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(flow.start().name()));
        while (!open.isEmpty()) {
            PlacedStep step = flow.steps().get(open.pop());
            if (step != null && reached.add(step.name().name())) {
                step.targets().forEach(target -> open.push(target.name()));
            }
        }
        for (PlacedStep step : flow.steps().values()) {
            if (!reached.contains(step.name().name())) {
                problems.add(Rule.UNREACHABLE_STEP, step.name().place(), Phrase.of("step.unreachable", step.name()));
            }
        }
    }

    private void unreachableFlows() {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(Flow.HUMAN));
        contents.settings().numbers().values().forEach(number -> open.push(number.flow()));
        while (!open.isEmpty()) {
            Flow flow = flows.get(open.pop());
            if (flow != null && reached.add(flow.name().name())) {
                flow.steps()
                        .values()
                        .forEach(step ->
                                step.uses().forEach(use -> open.push(use.ref().name())));
            }
        }
        for (Flow flow : flows.values()) {
            if (!reached.contains(flow.name().name())) {
                problems.add(Rule.UNREACHABLE_FLOW, flow.name().place(), Phrase.of("flow.unreachable", flow.name()));
            }
        }
    }

    /** Follows the steps at which nobody is asked; coming back to where it began is an endless circle. */
    private void circle(Node from) {
        if (step(from).step().waits()) {
            return;
        }
        Set<Node> seen = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>(next(from));
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (node.equals(from)) {
                Ref name = step(from).name();
                problems.add(Rule.CIRCLE, name.place(), Phrase.of("step.circle", name));
                return;
            }
            if (!step(node).step().waits() && seen.add(node)) {
                open.addAll(next(node));
            }
        }
    }

    /** Where a step leads: into the flow that it calls, and on from there if that flow asks nobody anything either. */
    private List<Node> next(Node node) {
        List<Node> next = new ArrayList<>();
        if (step(node).step() instanceof SubFlowStep call) {
            Flow called = flows.get(call.subFlow().name());
            if (called != null) {
                find(called, called.start().name()).ifPresent(next::add);
                call.exits().forEach((exit, target) -> {
                    if (quietReturns(called, new HashSet<>()).contains(exit)) {
                        find(flow(node), target.name()).ifPresent(next::add);
                    }
                });
            }
            return next;
        }
        step(node).targets().forEach(target -> find(flow(node), target.name()).ifPresent(next::add));
        return next;
    }

    /** The ways in which a flow may give control back without having asked the caller anything. */
    private Set<String> quietReturns(Flow flow, Set<String> visited) {
        Set<String> returns = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(flow.start().name()));
        while (!open.isEmpty()) {
            String name = open.pop();
            PlacedStep step = flow.steps().get(name);
            if (flow.returnsWith(name)) {
                returns.add(name);
            } else if (step != null && !step.step().waits() && visited.add(flow.name() + "/" + name)) {
                quietTargets(step, visited).forEach(open::push);
            }
        }
        return returns;
    }

    private List<String> quietTargets(PlacedStep step, Set<String> visited) {
        if (!(step.step() instanceof SubFlowStep call)) {
            return step.targets().stream().map(Ref::name).toList();
        }
        Flow called = flows.get(call.subFlow().name());
        Set<String> quiet = called == null ? Set.of() : quietReturns(called, visited);
        return call.exits().entrySet().stream()
                .filter(exit -> quiet.contains(exit.getKey()))
                .map(exit -> exit.getValue().name())
                .toList();
    }

    private Optional<Node> find(Flow flow, String target) {
        if (flow.steps().containsKey(target)) {
            return Optional.of(new Node(flow.name().name(), target));
        }
        return Optional.ofNullable(flows.get(target))
                .filter(other -> other.steps().containsKey(other.start().name()))
                .map(other -> new Node(target, other.start().name()));
    }

    private Flow flow(Node node) {
        return Objects.requireNonNull(flows.get(node.flow()));
    }

    private PlacedStep step(Node node) {
        return Objects.requireNonNull(flow(node).steps().get(node.step()));
    }
}
