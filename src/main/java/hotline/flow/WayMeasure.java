package hotline.flow;

import hotline.flow.CallPaths.Move;
import hotline.flow.Spot.Node;
import hotline.flow.WayLength.Goal;
import hotline.flow.WayLength.Length;
import hotline.phone.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/** Measures the shortest and the longest way from the start of each flow to a ticket and to a human. */
final class WayMeasure {
    /** There can be more ways than anybody has time for; then the longest of those that were looked at is told. */
    private static final int MOST_STEPS = 100_000;

    private record Reached(Spot spot, Length length) {}

    private final FlowContents contents;
    private final CallPaths paths;
    private final SampleText samples;

    WayMeasure(FlowContents contents, CallPaths paths) {
        this.contents = contents;
        this.paths = paths;
        this.samples = new SampleText(contents.settings().entries());
    }

    List<WayLength> measure() {
        List<WayLength> lengths = new ArrayList<>();
        for (Flow flow : contents.flows().values()) {
            Spot start = new Spot(
                    List.of(), new Node(flow.name().name(), flow.start().name()), Optional.empty());
            if (flow.returns().isEmpty() && paths.spots().contains(start)) {
                for (Language language : contents.settings().voices().keySet()) {
                    Map<Node, Double> seconds = seconds(language);
                    for (Goal goal : Goal.values()) {
                        lengths.add(new WayLength(
                                flow.name().name(),
                                language,
                                goal,
                                shortest(start, goal, seconds),
                                new Longest(goal, seconds).from(start)));
                    }
                }
            }
        }
        return lengths;
    }

    /** How long each step speaks before it asks or goes on; the waiting room only counts as reached. */
    private Map<Node, Double> seconds(Language language) {
        Map<Node, Double> seconds = new HashMap<>();
        for (Spot spot : paths.spots()) {
            seconds.computeIfAbsent(spot.at(), node -> {
                Step step = paths.step(node).step();
                double sum = 0;
                for (Ref prompt : said(step)) {
                    Prompt found =
                            contents.prompts().getOrDefault(language, Map.of()).get(prompt.name());
                    sum += found == null
                            ? 0
                            : Speech.seconds(samples.spoken(found).get(0));
                }
                return sum;
            });
        }
        return seconds;
    }

    private static List<Ref> said(Step step) {
        if (step instanceof SayStep say) {
            return say.prompts();
        }
        if (step instanceof MenuStep menu) {
            return menu.attempts().prompts();
        }
        if (step instanceof ChooseStep choose) {
            return choose.attempts().prompts();
        }
        return step instanceof CollectStep collect ? collect.attempts().prompts() : List.of();
    }

    private boolean isReached(Spot spot, Goal goal) {
        Step step = paths.step(spot.at()).step();
        return goal == Goal.TICKET ? step instanceof TicketStep : step instanceof QueueStep;
    }

    private Optional<Length> shortest(Spot start, Goal goal, Map<Node, Double> seconds) {
        PriorityQueue<Reached> open = new PriorityQueue<>(Comparator.comparing(Reached::length));
        Set<Spot> seen = new HashSet<>();
        open.add(new Reached(start, new Length(0, 0)));
        while (!open.isEmpty()) {
            Reached reached = open.remove();
            if (isReached(reached.spot(), goal)) {
                return Optional.of(reached.length());
            }
            if (seen.add(reached.spot())) {
                double spoken = seconds.getOrDefault(reached.spot().at(), 0.0);
                for (Move move : onPurpose(reached.spot())) {
                    int keys = move.way().map(Way::leastKeys).orElse(1);
                    open.add(new Reached(move.to(), reached.length().plus(keys, spoken)));
                }
            }
        }
        return Optional.empty();
    }

    /** The moves of a caller who knows what they want, and does not wait until the time is up. */
    private List<Move> onPurpose(Spot spot) {
        boolean waits = paths.step(spot.at()).step().waits();
        return paths.from(spot).stream()
                .filter(move -> !waits || move.way().map(Way::leastKeys).orElse(1) > 0)
                .toList();
    }

    /** Tries every way that comes to no step twice. */
    private final class Longest {
        private final Goal goal;
        private final Map<Node, Double> seconds;
        private final Set<Node> been = new HashSet<>();
        private Optional<Length> longest = Optional.empty();
        private int steps;

        Longest(Goal goal, Map<Node, Double> seconds) {
            this.goal = goal;
            this.seconds = seconds;
        }

        Optional<Length> from(Spot start) {
            go(start, new Length(0, 0));
            return longest;
        }

        private void go(Spot spot, Length length) {
            if (isReached(spot, goal)) {
                if (longest.isEmpty() || longest.get().compareTo(length) < 0) {
                    longest = Optional.of(length);
                }
                return;
            }
            if (steps++ < MOST_STEPS && been.add(spot.at())) {
                double spoken = seconds.getOrDefault(spot.at(), 0.0);
                for (Move move : onPurpose(spot)) {
                    move.way().ifPresent(way -> go(move.to(), length.plus(way.mostKeys(), spoken)));
                }
                been.remove(spot.at());
            }
        }
    }
}
