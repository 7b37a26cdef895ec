package hotline.flow;

import java.util.HashSet;
import java.util.Set;

/**
 * One way on from a step, as the checks see it: a branch that a caller can take.
 *
 * @param exit the field or the key by which the author names it, as {@code otherwise} or {@code 1}
 * @param target where it leads
 * @param leastKeys how many keys a caller presses to take it; 0 for the way of one who presses nothing
 * @param mostKeys at most
 * @param sets values that are known for sure when it has been taken
 * @param forgets values that are not known any more; a name that ends in a dot stands for all of its kind
 * @param place what becomes of the caller's place in the queue
 */
record Way(String exit, Ref target, int leastKeys, int mostKeys, Set<String> sets, Set<String> forgets, InQueue place) {
    /** What becomes of the caller's place in the queue. */
    enum InQueue {
        AS_BEFORE,
        TAKEN,
        GIVEN_UP
    }

    Way {
        sets = Set.copyOf(sets);
        forgets = Set.copyOf(forgets);
    }

    /** A way that is taken without pressing anything. */
    static Way by(String exit, Ref target) {
        return new Way(exit, target, 0, 0, Set.of(), Set.of(), InQueue.AS_BEFORE);
    }

    /** A way that one key takes. */
    static Way byKey(String key, Ref target) {
        return by(key, target).keys(1, 1);
    }

    Way keys(int least, int most) {
        return new Way(exit, target, least, most, sets, forgets, place);
    }

    Way setting(Set<String> values) {
        Set<String> all = new HashSet<>(sets);
        all.addAll(values);
        return new Way(exit, target, leastKeys, mostKeys, all, forgets, place);
    }

    Way forgetting(Set<String> values) {
        Set<String> all = new HashSet<>(forgets);
        all.addAll(values);
        return new Way(exit, target, leastKeys, mostKeys, sets, all, place);
    }

    Way place(InQueue becomes) {
        return new Way(exit, target, leastKeys, mostKeys, sets, forgets, becomes);
    }
}
