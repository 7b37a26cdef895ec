package hotline.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Where a step goes on, by the exit of the answer to its question; every exit must be given. */
record Exits(Map<String, Ref> targets) {
    Exits {
        targets = Map.copyOf(targets);
    }

    /** @param meanings the exits, each with the key of the phrase that says what it means when it is missing */
    static Exits read(StepFields fields, Map<String, String> meanings) {
        Map<String, Ref> targets = new LinkedHashMap<>();
        new TreeMap<>(meanings)
                .forEach((exit, meaning) ->
                        targets.put(exit, fields.target(exit, Phrase.of("where.when", Phrase.of(meaning)))));
        return new Exits(targets);
    }

    Next take(String exit) {
        Ref target = targets.get(exit);
        if (target == null) {
            throw new IllegalStateException("answered with the exit " + exit + ", expected one of " + targets.keySet());
        }
        return new Next.Go(target);
    }

    /** @param sets the values that are known for sure after an exit */
    List<Way> ways(Function<String, Set<String>> sets) {
        List<Way> ways = new ArrayList<>();
        new TreeMap<>(targets)
                .forEach((exit, target) -> ways.add(Way.by(exit, target).setting(sets.apply(exit))));
        return ways;
    }
}
