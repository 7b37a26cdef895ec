package hotline.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers everything that is wrong, so that an author sees it at once. */
final class Problems {
    /** More than this helps nobody. */
    private static final int MOST = 200;

    private final Set<FlowProblem> found = new LinkedHashSet<>();

    void add(Rule rule, Place place, String text) {
        if (found.size() < MOST) {
            found.add(new FlowProblem(place.file(), place.line(), place.column(), rule, text));
        }
    }

    boolean hasErrors() {
        return found.stream().anyMatch(FlowProblem::isError);
    }

    List<FlowProblem> list() {
        List<FlowProblem> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparing(FlowProblem::file)
                .thenComparingInt(FlowProblem::line)
                .thenComparingInt(FlowProblem::column));
        return sorted;
    }
}
