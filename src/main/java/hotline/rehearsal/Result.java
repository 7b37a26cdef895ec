package hotline.rehearsal;

import hotline.flow.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What came of playing one example.
 *
 * @param failure empty when all was as expected
 * @param course what was heard and done, one line each
 * @param branches where the targets are written that the call took
 * @param steps those it entered, as {@code flow/step}
 */
record Result(Example example, Optional<Failure> failure, List<String> course, Set<Place> branches, Set<String> steps) {
    Result {
        course = List.copyOf(course);
        branches = Set.copyOf(branches);
        steps = Set.copyOf(steps);
    }

    boolean passed() {
        return failure.isEmpty();
    }
}
