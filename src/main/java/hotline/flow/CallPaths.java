package hotline.flow;

import hotline.flow.Flow.PlacedStep;
import hotline.flow.Spot.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Every spot that a call can come to and the moves between them, as {@link Interpreter} and {@link Walk} make them: with the flows that
 * were called and give control back, and with key 0. A target that does not exist is left out; somebody else tells it.
 */
final class CallPaths {
    /** Flows that call each other in more ways than this are beyond what a person can follow. */
    private static final int MOST_SPOTS = 20_000;

    /** What a call forgets when the caller turns to another topic. */
    private static final Set<String> OF_A_TOPIC =
            Set.of(Values.ORDER_FACTS, Values.TYPED_ORDER, Values.TICKET, Values.DESIRED_OUTCOME);

    /**
     * A move from one spot to the next.
     *
     * @param way the way taken, or empty for key 0
     * @param otherTopic whether the caller may come to another topic by it
     */
    record Move(Spot from, Spot to, Optional<Way> way, boolean otherTopic) {
        /** What is known for sure after the move, of what was known when the step was entered. */
        Set<String> after(Set<String> known) {
            Set<String> after = new HashSet<>(known);
            way.ifPresent(taken -> {
                forget(after, taken.forgets());
                after.addAll(taken.sets());
            });
            if (otherTopic) {
                forget(after, OF_A_TOPIC);
            }
            return after;
        }
    }

    private final Map<String, Flow> flows;
    private final Map<Spot, List<Move>> moves = new LinkedHashMap<>();
    private final Set<Spot> roots = new HashSet<>();
    private final Set<Spot> broken = new HashSet<>();
    private boolean whole = true;

    CallPaths(FlowContents contents) {
        this.flows = contents.flows();
        Deque<Spot> open = new ArrayDeque<>();
        contents.settings()
                .numbers()
                .values()
                .forEach(number -> start(number.flow())
                        .ifPresent(start -> open.add(new Spot(List.of(), start, Optional.empty()))));
        start(Flow.HUMAN).ifPresent(start -> open.add(new Spot(List.of(), start, Optional.empty())));
        roots.addAll(open);
        while (!open.isEmpty() && whole) {
            Spot spot = open.pop();
            if (!moves.containsKey(spot)) {
                List<Move> onward = movesFrom(spot);
                moves.put(spot, onward);
                onward.forEach(move -> open.push(move.to()));
                whole = moves.size() <= MOST_SPOTS;
            }
        }
    }

    /** Removes values; a name that ends in a dot stands for all of its kind. */
    static void forget(Set<String> known, Set<String> names) {
        known.removeIf(value ->
                names.stream().anyMatch(name -> name.endsWith(".") ? value.startsWith(name) : value.equals(name)));
    }

    /** Whether all spots are there; if not, there are too many. */
    boolean isWhole() {
        return whole;
    }

    /** Where a call can begin. */
    Set<Spot> roots() {
        return roots;
    }

    Set<Spot> spots() {
        return moves.keySet();
    }

    List<Move> from(Spot spot) {
        return moves.getOrDefault(spot, List.of());
    }

    /** Whether a way on from here leads to something that does not exist, so that nothing is known about what follows. */
    boolean isBroken(Spot spot) {
        return broken.contains(spot);
    }

    PlacedStep step(Node node) {
        return Objects.requireNonNull(flow(node.flow()).steps().get(node.step()));
    }

    private Flow flow(String name) {
        return Objects.requireNonNull(flows.get(name));
    }

    private List<Move> movesFrom(Spot spot) {
        List<Move> onward = new ArrayList<>();
        Step step = step(spot.at()).step();
        if (step instanceof SubFlowStep call) {
            start(call.subFlow().name())
                    .ifPresentOrElse(
                            start -> onward.add(new Move(
                                    spot, spot.within(start), Optional.of(Way.by("call", call.subFlow())), false)),
                            () -> broken.add(spot));
            return onward;
        }
        for (Way way : step.ways()) {
            Spot before = switch (way.place()) {
                case AS_BEFORE -> spot;
                case TAKEN -> spot.waitingAt(Optional.of(spot.at()));
                case GIVEN_UP -> spot.waitingAt(Optional.empty());
            };
            go(before, way.target().name())
                    .ifPresentOrElse(
                            to -> onward.add(new Move(spot, to, Optional.of(way), isOtherTopic(to, way))),
                            () -> broken.add(spot));
        }
        if (step.hasGlobalKeys()) {
            human(spot).ifPresent(to -> onward.add(new Move(spot, to, Optional.empty(), false)));
        }
        return onward;
    }

    private boolean isOtherTopic(Spot to, Way way) {
        Flow entered = flow(to.at().flow());
        return entered.topic().isPresent()
                && way.target().name().equals(to.at().flow())
                && to.returns().isEmpty();
    }

    private Optional<Spot> go(Spot from, String target) {
        Flow flow = flow(from.at().flow());
        if (flow.steps().containsKey(target)) {
            return Optional.of(from.step(target));
        }
        if (flow.returnsWith(target)) {
            return goBack(from, target);
        }
        if (target.equals(Flow.HUMAN)) {
            return human(from);
        }
        return start(target).map(start -> from.over(start).waitingAt(Optional.empty()));
    }

    private Optional<Spot> goBack(Spot from, String exit) {
        if (from.returns().isEmpty()) {
            return human(from);
        }
        Spot caller = from.back();
        SubFlowStep call = (SubFlowStep) step(caller.at()).step();
        return Optional.ofNullable(call.exits().get(exit)).flatMap(target -> go(caller, target.name()));
    }

    private Optional<Spot> human(Spot from) {
        return from.waitsAt().or(() -> start(Flow.HUMAN)).map(from::over);
    }

    private Optional<Node> start(String name) {
        return Optional.ofNullable(flows.get(name))
                .filter(flow -> flow.steps().containsKey(flow.start().name()))
                .map(flow -> new Node(name, flow.start().name()));
    }
}
