package hotline.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers everything that is wrong, so that an author sees it at once. */
public final class Problems {
    /** More than this helps nobody. */
    private static final int MOST = 200;

    /** With these a file says nothing at all, so whatever else is told may be mended with it. */
    private static final Set<Rule> FIRST =
            Set.of(Rule.INVALID_YAML, Rule.FILE_TOO_BIG, Rule.NOT_UTF_8, Rule.MISSING_FILE);

    private final Set<FlowProblem> found = new LinkedHashSet<>();

    /** Something that is not as it should be, in English alone: for what is not told to readers of other languages. */
    public void add(Rule rule, Place place, String text) {
        add(rule, place, Phrase.plain(text));
    }

    /** Something that is not as it should be. */
    public void add(Rule rule, Place place, Phrase phrase) {
        if (found.size() < MOST || FIRST.contains(rule)) {
            found.add(new FlowProblem(place.file(), place.line(), place.column(), rule, phrase));
        }
    }

    /** Whether there is something that must be mended. */
    public boolean hasErrors() {
        return found.stream().anyMatch(FlowProblem::isError);
    }

    /** All of them, by file and line; files that cannot be read come first. */
    public List<FlowProblem> list() {
        List<FlowProblem> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.<FlowProblem, Boolean>comparing(problem -> !FIRST.contains(problem.rule()))
                .thenComparing(FlowProblem::file)
                .thenComparingInt(FlowProblem::line)
                .thenComparingInt(FlowProblem::column));
        return sorted;
    }
}
