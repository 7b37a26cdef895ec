package hotline.rehearsal;

import hotline.flow.Branch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells in words what came of playing examples: each failure beside what was expected, and what is not covered. */
public final class ReportText {
    private ReportText() {}

    /**
     * The lines to print.
     *
     * @param took how long it took
     * @param partly whether only some examples were chosen, so that the coverage says nothing
     */
    public static List<String> lines(Report report, Duration took, boolean partly) {
        List<String> lines = new ArrayList<>();
        report.results().forEach(result -> result.failure().ifPresent(failure -> tell(lines, result, failure)));
        if (!partly) {
            tellMissed(lines, report.coverage());
        }
        lines.add(String.format(
                Locale.ROOT,
                "%d passed, %d failed, %.1f seconds",
                report.passed(),
                report.failed(),
                took.toMillis() / 1000.0));
        if (!partly) {
            Coverage coverage = report.coverage();
            lines.add(String.format(
                    Locale.ROOT,
                    "Covered: %d of %d steps (%d %%), %d of %d branches (%d %%)",
                    coverage.steps() - coverage.missedSteps().size(),
                    coverage.steps(),
                    coverage.stepPercent(),
                    coverage.branches() - coverage.missedBranches().size(),
                    coverage.branches(),
                    coverage.branchPercent()));
        }
        return lines;
    }

    private static void tell(List<String> lines, Result result, Failure failure) {
        lines.add("FAILED  " + result.name());
        lines.add("  " + failure.place() + ": the call stood at " + failure.stoodAt());
        lines.add("    expected  " + failure.expected());
        String label = "    but was   ";
        for (String found : failure.found()) {
            lines.add(label + found);
            label = "              ";
        }
        lines.add("  The call so far:");
        result.course().forEach(line -> lines.add("    " + line));
        lines.add("");
    }

    private static void tellMissed(List<String> lines, Coverage coverage) {
        for (Branch branch : coverage.missedBranches()) {
            lines.add(branch.place().file() + ":" + branch.place().line() + ": not covered: " + branch + " -> "
                    + branch.target());
        }
        coverage.missedSteps().forEach(step -> lines.add("not entered: " + step));
    }
}
