package hotline.flow;

import hotline.flow.CallPaths.Move;
import hotline.flow.Spot.Node;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** Checks that a caller who is asked something has a human within two keys, and another try. */
final class HumanChecks {
    private static final int MOST_KEYS = 2;
    private static final int BEYOND = 1_000;

    private record Distance(Spot spot, int keys) {}

    private final CallPaths paths;
    private final Problems problems;

    HumanChecks(CallPaths paths, Problems problems) {
        this.paths = paths;
        this.problems = problems;
    }

    void check() {
        Map<Spot, Integer> keys = keysToHuman();
        boolean someoneIsThere = !keys.isEmpty();
        Set<Node> told = new HashSet<>();
        for (Spot spot : paths.spots()) {
            Step step = paths.step(spot.at()).step();
            boolean asks = step instanceof MenuStep || step instanceof ChooseStep || step instanceof CollectStep;
            int distance = keys.getOrDefault(spot, BEYOND);
            if (asks && someoneIsThere && distance > MOST_KEYS && !paths.isBroken(spot) && told.add(spot.at())) {
                Ref name = paths.step(spot.at()).name();
                problems.add(
                        Rule.FAR_FROM_HUMAN,
                        name.place(),
                        distance == BEYOND
                                ? Phrase.of("step.no-human", name)
                                : Phrase.of("step.far-from-human", name, distance));
            }
            attempts(spot, step);
        }
    }

    /** The fewest keys from each spot to a waiting room; who waits for the time to run out is not counted. */
    private Map<Spot, Integer> keysToHuman() {
        Map<Spot, Map<Spot, Integer>> before = new HashMap<>();
        Map<Spot, Integer> keys = new HashMap<>();
        PriorityQueue<Distance> open = new PriorityQueue<>(Comparator.comparingInt(Distance::keys));
        for (Spot spot : paths.spots()) {
            Step step = paths.step(spot.at()).step();
            if (step instanceof QueueStep) {
                open.add(new Distance(spot, 0));
            }
            for (Move move : paths.from(spot)) {
                int pressed = move.way().map(Way::leastKeys).orElse(1);
                if (pressed > 0 || !step.waits()) {
                    before.computeIfAbsent(move.to(), any -> new HashMap<>()).merge(spot, pressed, Math::min);
                }
            }
        }
        while (!open.isEmpty()) {
            Distance nearest = open.remove();
            if (keys.putIfAbsent(nearest.spot(), nearest.keys()) == null) {
                before.getOrDefault(nearest.spot(), Map.of())
                        .forEach((spot, pressed) -> open.add(new Distance(spot, nearest.keys() + pressed)));
            }
        }
        return keys;
    }

    /** One try is enough only where silence leads straight to a human. */
    private void attempts(Spot spot, Step step) {
        Attempts attempts = step instanceof MenuStep menu
                ? menu.attempts()
                : step instanceof ChooseStep choose
                        ? choose.attempts()
                        : step instanceof CollectStep collect ? collect.attempts() : null;
        if (attempts == null || attempts.most() > 1) {
            return;
        }
        boolean human = paths.from(spot).stream()
                .filter(move -> move.way().filter(way -> way.leastKeys() == 0).isPresent())
                .anyMatch(move -> paths.step(move.to().at()).step() instanceof QueueStep);
        if (!human) {
            Ref name = paths.step(spot.at()).name();
            problems.add(Rule.NO_REPEAT, name.place(), Phrase.of("step.no-repeat", name));
        }
    }
}
