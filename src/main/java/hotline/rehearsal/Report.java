package hotline.rehearsal;

import java.util.List;

/** What came of playing examples. */
public record Report(List<Result> results, Coverage coverage) {
    /** Keeps the results in the order in which they were played. */
    public Report {
        results = List.copyOf(results);
    }

    /** How many went as expected. */
    public int passed() {
        return (int) results.stream().filter(Result::passed).count();
    }

    /** How many went another way. */
    public int failed() {
        return results.size() - passed();
    }
}
