package hotline.flow;

import hotline.flow.CallPaths.Move;
import hotline.flow.Flow.PlacedStep;
import hotline.phone.Language;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks that every value is set before it is used, on every path. A forward analysis over {@link CallPaths}: for each spot the values that
 * are set for sure, which is what all ways to it agree on; it ends because these sets only ever get smaller.
 */
final class ValueChecks {
    private static final int STEPS_TOLD = 4;

    private final FlowContents contents;
    private final CallPaths paths;
    private final Problems problems;
    private final Map<Spot, Set<String>> known = new HashMap<>();

    ValueChecks(FlowContents contents, CallPaths paths, Problems problems) {
        this.contents = contents;
        this.paths = paths;
        this.problems = problems;
    }

    void check() {
        Deque<Spot> open = new ArrayDeque<>();
        for (Spot root : paths.roots()) {
            known.put(root, Set.of());
            open.add(root);
        }
        while (!open.isEmpty()) {
            Spot spot = open.pop();
            for (Move move : paths.from(spot)) {
                if (agree(move.to(), move.after(inside(spot)))) {
                    open.add(move.to());
                }
            }
        }
        paths.spots().forEach(this::uses);
    }

    /** Whether less is known at a spot than before, now that there is one more way to it. */
    private boolean agree(Spot spot, Set<String> more) {
        Set<String> before = known.get(spot);
        if (before == null) {
            known.put(spot, more);
            return true;
        }
        Set<String> both = new HashSet<>(before);
        both.retainAll(more);
        known.put(spot, both);
        return both.size() < before.size();
    }

    private Set<String> inside(Spot spot) {
        Set<String> inside = new HashSet<>(known.getOrDefault(spot, Set.of()));
        CallPaths.forget(inside, paths.step(spot.at()).step().forgets());
        return inside;
    }

    private void uses(Spot spot) {
        PlacedStep placed = paths.step(spot.at());
        Set<String> before = known.getOrDefault(spot, Set.of());
        for (String value : new TreeSet<>(placed.step().needs())) {
            Optional<Ref> mention = mention(placed, value);
            boolean toldElsewhere = mention.isPresent() && !isGivenSomewhere(value);
            if (!before.contains(value) && !toldElsewhere) {
                tell(spot, value, mention.orElse(placed.name()), "value.unset-needed", placed.name());
            }
        }
        Set<String> inside = inside(spot);
        for (Use use : placed.uses()) {
            Set<String> there = new HashSet<>(inside);
            there.addAll(placed.step().knownTo(use.ref()));
            for (String value : said(use)) {
                if (!there.contains(value) && isGivenSomewhere(value)) {
                    tell(spot, value, use.ref(), "value.unset-said", use.ref());
                }
            }
        }
    }

    private static Optional<Ref> mention(PlacedStep placed, String value) {
        return placed.uses().stream()
                .filter(use -> use.kind() == Use.Kind.VALUE && use.ref().name().equals(value))
                .map(Use::ref)
                .findFirst();
    }

    /** The values that a sentence mentions in any language. What a caller rings about is always known: at worst it is something else. */
    private Set<String> said(Use use) {
        Map<Language, Map<String, Prompt>> sentences = switch (use.kind()) {
            case PROMPT -> contents.prompts();
            case MESSAGE -> contents.messages();
            default -> Map.of();
        };
        Set<String> said = new TreeSet<>();
        sentences
                .values()
                .forEach(prompts -> Optional.ofNullable(prompts.get(use.ref().name()))
                        .ifPresent(prompt -> prompt.placeholders().forEach(place -> said.add(place.name()))));
        said.remove(Values.TOPIC);
        return said;
    }

    /** A value that no step gives at all is told where it is mentioned. */
    private boolean isGivenSomewhere(String value) {
        return PromptChecks.valuesOf(contents).contains(value);
    }

    private void tell(Spot spot, String value, Ref where, String key, Ref who) {
        problems.add(Rule.UNSET_VALUE, where.place(), Phrase.of(key, who, value, String.join(" → ", way(spot, value))));
    }

    /** A spot that a call comes to with the value set or without it. */
    private record Coming(Spot spot, boolean set) {}

    /** The last steps of a shortest path on which a value is not set in the end. */
    private List<String> way(Spot to, String value) {
        Map<Coming, Coming> cameFrom = new HashMap<>();
        Deque<Coming> open = new ArrayDeque<>();
        paths.roots().forEach(root -> open.add(new Coming(root, false)));
        Set<Coming> seen = new HashSet<>(open);
        Coming end = new Coming(to, false);
        while (!open.isEmpty() && !seen.contains(end)) {
            Coming from = open.remove();
            for (Move move : paths.from(from.spot())) {
                Coming next = new Coming(move.to(), isSetAfter(move, value, from.set()));
                if (seen.add(next)) {
                    cameFrom.put(next, from);
                    open.add(next);
                }
            }
        }
        Deque<String> steps = new ArrayDeque<>();
        for (Coming at = end; at != null && steps.size() < STEPS_TOLD; at = cameFrom.get(at)) {
            steps.push(at.spot().at().toString());
        }
        return List.copyOf(steps);
    }

    private boolean isSetAfter(Move move, String value, boolean before) {
        Set<String> inside = new HashSet<>(before ? Set.of(value) : Set.of());
        CallPaths.forget(inside, paths.step(move.from().at()).step().forgets());
        return move.after(inside).contains(value);
    }
}
