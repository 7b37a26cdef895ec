package hotline.flow;

import hotline.flow.CallPaths.Move;
import hotline.flow.Spot.Node;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Checks that from every spot that a call can come to there is a way to a human or to a hang-up, without key 0, which a caller may not
 * know of; that a caller who presses nothing at all gets there, too; and that a call which no queue takes does not run in a circle.
 */
final class LoopChecks {
    private final CallPaths paths;
    private final Problems problems;

    LoopChecks(CallPaths paths, Problems problems) {
        this.paths = paths;
        this.problems = problems;
    }

    void check() {
        Set<Node> told = new HashSet<>();
        BiPredicate<Spot, Move> any = (spot, move) -> move.way().isPresent();
        tell(stuck(any), any, Rule.ENDLESS_LOOP, "step.endless-loop", told);
        BiPredicate<Spot, Move> silent =
                (spot, move) -> move.way().filter(way -> way.leastKeys() == 0).isPresent();
        tell(stuck(silent), silent, Rule.SILENCE_GOES_ROUND, "step.silence-goes-round", told);
        QueueStep.REFUSALS.forEach(this::refused);
    }

    /** Follows callers whom no queue takes, for the same reason; coming back to a queue without having been asked anything is an endless circle. */
    private void refused(String reason) {
        BiPredicate<Spot, Move> atOnce = (spot, move) -> isQueue(spot)
                ? move.way().filter(way -> way.exit().equals(reason)).isPresent()
                : !paths.step(spot.at()).step().waits();
        for (Spot queue : paths.spots()) {
            Ref name = paths.step(queue.at()).name();
            if (isQueue(queue) && reached(queue, atOnce).contains(queue)) {
                problems.add(Rule.REFUSAL_GOES_ROUND, name.place(), Phrase.of("step.refusal-goes-round", name, reason));
            }
        }
    }

    /** The spots from which no end can be reached by the moves that are allowed. */
    private Set<Spot> stuck(BiPredicate<Spot, Move> allowed) {
        Map<Spot, Set<Spot>> before = new HashMap<>();
        Set<Spot> free = new HashSet<>();
        for (Spot spot : paths.spots()) {
            if (isEnd(spot)) {
                free.add(spot);
            }
            for (Move move : paths.from(spot)) {
                if (allowed.test(spot, move)) {
                    before.computeIfAbsent(move.to(), any -> new LinkedHashSet<>())
                            .add(spot);
                }
            }
        }
        Deque<Spot> open = new ArrayDeque<>(free);
        while (!open.isEmpty()) {
            for (Spot spot : before.getOrDefault(open.pop(), Set.of())) {
                if (free.add(spot)) {
                    open.push(spot);
                }
            }
        }
        Set<Spot> stuck = new LinkedHashSet<>(paths.spots());
        stuck.removeAll(free);
        return stuck;
    }

    /** A human, a hang-up, or a step of which something else is wrong. */
    private boolean isEnd(Spot spot) {
        Step step = paths.step(spot.at()).step();
        return step instanceof QueueStep
                || (step.ways().isEmpty() && !(step instanceof SubFlowStep))
                || paths.isBroken(spot);
    }

    private boolean isQueue(Spot spot) {
        return paths.step(spot.at()).step() instanceof QueueStep;
    }

    /**
     * One step of each loop is told, the first in its file.
     *
     * @param key of the phrase that tells it
     */
    private void tell(Set<Spot> stuck, BiPredicate<Spot, Move> allowed, Rule rule, String key, Set<Node> told) {
        Set<Node> left = new LinkedHashSet<>();
        stuck.forEach(spot -> left.add(spot.at()));
        for (Spot spot : stuck) {
            Set<Node> loop = nodes(reached(spot, allowed));
            boolean inLoop = loop.contains(spot.at());
            if (inLoop && left.contains(spot.at())) {
                left.removeAll(loop);
                loop.stream()
                        .min((one, other) -> compare(one, other))
                        .filter(told::add)
                        .ifPresent(first ->
                                problems.add(rule, paths.step(first).name().place(), Phrase.of(key, first.step())));
            }
        }
    }

    private int compare(Node one, Node other) {
        var here = paths.step(one).name().place();
        var there = paths.step(other).name().place();
        int byFile = here.file().compareTo(there.file());
        return byFile != 0 ? byFile : Integer.compare(here.line(), there.line());
    }

    private Set<Spot> reached(Spot from, BiPredicate<Spot, Move> allowed) {
        Set<Spot> reached = new HashSet<>();
        Deque<Spot> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            Spot spot = open.pop();
            for (Move move : paths.from(spot)) {
                if (allowed.test(spot, move) && reached.add(move.to())) {
                    open.push(move.to());
                }
            }
        }
        return reached;
    }

    private static Set<Node> nodes(Collection<Spot> spots) {
        Set<Node> nodes = new LinkedHashSet<>();
        spots.forEach(spot -> nodes.add(spot.at()));
        return nodes;
    }
}
