package hotline.queue;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * Tries a property on many things made from seeds. What breaks it is made simpler for as long as it still does, and told with
 * its seed; {@code -Dhotline.seed=N} tries that one alone.
 */
final class Shrinking<T> {
    private static final int SEEDS = 2_000;

    private final LongFunction<T> maker;
    private final Function<T, List<T>> simpler;

    Shrinking(LongFunction<T> maker, Function<T, List<T>> simpler) {
        this.maker = maker;
        this.simpler = simpler;
    }

    /** @param property says what is wrong with a thing, if anything is */
    void holds(Function<T, Optional<String>> property) {
        Long only = Long.getLong("hotline.seed");
        for (long seed = only == null ? 0 : only; seed < (only == null ? SEEDS : only + 1); seed++) {
            T made = maker.apply(seed);
            if (property.apply(made).isPresent()) {
                T smallest = smallest(made, property);
                throw new AssertionError("seed " + seed + " (-Dhotline.seed=" + seed + "): "
                        + property.apply(smallest).orElseThrow() + "\nin " + smallest);
            }
        }
    }

    T smallest(T broken, Function<T, Optional<String>> property) {
        return simpler.apply(broken).stream()
                .filter(candidate -> property.apply(candidate).isPresent())
                .findFirst()
                .map(candidate -> smallest(candidate, property))
                .orElse(broken);
    }
}
