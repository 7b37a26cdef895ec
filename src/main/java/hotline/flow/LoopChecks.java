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
import java.util.function.Predicate;

/**
 * Checks that from every spot that a call can come to there is a way to a human or to a hang-up, without key 0, which a caller may not
 * know of; and that a caller who presses nothing at all gets there, too.
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
        tell(
                stuck(move -> move.way().isPresent()),
                move -> move.way().isPresent(),
                Rule.ENDLESS_LOOP,
                "step.endless-loop",
                told);
        Predicate<Move> silent =
                move -> move.way().filter(way -> way.leastKeys() == 0).isPresent();
        tell(stuck(silent), silent, Rule.SILENCE_GOES_ROUND, "step.silence-goes-round", told);
    }

    /** The spots from which no end can be reached by the moves that are allowed. */
    private Set<Spot> stuck(Predicate<Move> allowed) {
        Map<Spot, Set<Spot>> before = new HashMap<>();
        Set<Spot> free = new HashSet<>();
        for (Spot spot : paths.spots()) {
            if (isEnd(spot)) {
                free.add(spot);
            }
            for (Move move : paths.from(spot)) {
                if (allowed.test(move)) {
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

    /**
     * One step of each loop is told, the first in its file.
     *
     * @param key of the phrase that tells it
     */
    private void tell(Set<Spot> stuck, Predicate<Move> allowed, Rule rule, String key, Set<Node> told) {
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

    private Set<Spot> reached(Spot from, Predicate<Move> allowed) {
        Set<Spot> reached = new HashSet<>();
        Deque<Spot> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            for (Move move : paths.from(open.pop())) {
                if (allowed.test(move) && reached.add(move.to())) {
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
