package hotline.flow;

import hotline.flow.FlowProblem.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers everything that is wrong, so that an author sees it at once. */
public final class Problems {
    /** More than this helps nobody. */
    private static final int MOST = 200;

    private final Set<FlowProblem> found = new LinkedHashSet<>();

    /** Something that must be mended. */
    public void error(Place place, String text) {
        add(place, Severity.ERROR, text);
    }

    void warning(Place place, String text) {
        add(place, Severity.WARNING, text);
    }

    private void add(Place place, Severity severity, String text) {
        if (found.size() < MOST) {
            found.add(new FlowProblem(place.file(), place.line(), place.column(), severity, text));
        }
    }

    /** Whether there is something that must be mended. */
    public boolean hasErrors() {
        return found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** All of them, by file and line. */
    public List<FlowProblem> list() {
        List<FlowProblem> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparing(FlowProblem::file)
                .thenComparingInt(FlowProblem::line)
                .thenComparingInt(FlowProblem::column));
        return sorted;
    }
}
