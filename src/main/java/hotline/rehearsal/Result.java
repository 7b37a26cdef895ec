package hotline.rehearsal;

import hotline.flow.Place;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What came of playing one example.
 *
 * @param name of the example
 * @param place where the example is written
 * @param failure empty when all was as expected
 * @param course what was heard and done, one line each
 * @param branches where the targets are written that the call took
 * @param steps those it entered, as {@code flow/step}
 * @param took how long it took to play
 */
public record Result(
        String name,
        Place place,
        Optional<Failure> failure,
        List<String> course,
        Set<Place> branches,
        Set<String> steps,
        Duration took) {
    public Result {
        course = List.copyOf(course);
        branches = Set.copyOf(branches);
        steps = Set.copyOf(steps);
    }

    /** Whether all was as expected. */
    public boolean passed() {
        return failure.isEmpty();
    }
}
