package hotline;

import hotline.flow.Branch;
import hotline.flow.FlowProblem;
import hotline.flow.FlowProblem.Severity;
import hotline.flow.Place;
import hotline.phone.Language;
import hotline.rehearsal.Coverage;
import hotline.rehearsal.Failure;
import hotline.rehearsal.Report;
import hotline.rehearsal.ReportText;
import hotline.rehearsal.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what came of the example calls: for people, for programs, and for GitHub. */
final class RehearsalPrinter {
    private final Path folder;
    private final List<FlowProblem> problems;
    private final Optional<Played> played;
    private final Optional<Note> note;

    /**
     * What was played.
     *
     * @param took how long all took
     * @param isPartly whether only some examples were chosen, so that the coverage says nothing
     */
    record Played(Report report, Duration took, boolean isPartly) {}

    /**
     * Why there was nothing to play.
     *
     * @param severity whether that is a failure
     */
    record Note(Severity severity, String text) {}

    private RehearsalPrinter(Path folder, List<FlowProblem> problems, Optional<Played> played, Optional<Note> note) {
        this.folder = folder;
        this.problems = problems;
        this.played = played;
        this.note = note;
    }

    /** For examples that were played. */
    static RehearsalPrinter of(Path folder, List<FlowProblem> problems, Played played) {
        return new RehearsalPrinter(folder, problems, Optional.of(played), Optional.empty());
    }

    /** For examples that cannot be played before the problems, theirs or those of the flows, are mended. */
    static RehearsalPrinter ofBroken(Path folder, List<FlowProblem> problems) {
        return new RehearsalPrinter(folder, problems, Optional.empty(), Optional.empty());
    }

    /** For want of examples. */
    static RehearsalPrinter ofNone(Path folder, List<FlowProblem> problems, Note note) {
        return new RehearsalPrinter(folder, problems, Optional.empty(), Optional.of(note));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        problems.forEach(problem -> text.append(problem).append('\n'));
        played.ifPresent(all -> ReportText.lines(all.report(), all.took(), all.isPartly())
                .forEach(line -> text.append(line).append('\n')));
        note.ifPresent(why -> text.append(why.text()).append('\n'));
        return text.toString();
    }

    String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("folder", folder.toString());
        json.put("passed", played.map(all -> all.report().passed()).orElse(0));
        json.put("failed", played.map(all -> all.report().failed()).orElse(0));
        json.put("seconds", played.map(all -> seconds(all.took())).orElse(0.0));
        json.put(
                "problems",
                problems.stream()
                        .map(problem -> ReportPrinter.fields(problem, Language.ENGLISH))
                        .toList());
        note.ifPresent(why -> json.put("note", why.text()));
        json.put("calls", results().stream().map(result -> fields(result)).toList());
        coverage().ifPresent(coverage -> json.put("coverage", fields(coverage)));
        return ReportPrinter.write(json);
    }

    private List<Result> results() {
        return played.map(all -> all.report().results()).orElse(List.of());
    }

    private Optional<Coverage> coverage() {
        return played.filter(all -> !all.isPartly()).map(all -> all.report().coverage());
    }

    private static Map<String, Object> fields(Result result) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", result.name());
        fields.put("file", result.place().file());
        fields.put("line", result.place().line());
        fields.put("passed", result.passed());
        fields.put("seconds", seconds(result.took()));
        fields.put(
                "differences",
                result.failure().stream().map(failure -> fields(failure)).toList());
        if (!result.passed()) {
            fields.put("course", result.course().stream().map(String::strip).toList());
        }
        return fields;
    }

    private static Map<String, Object> fields(Failure failure) {
        Map<String, Object> fields = fields(failure.place());
        fields.put("at", failure.stoodAt());
        fields.put("expected", failure.expected());
        fields.put("found", failure.found());
        return fields;
    }

    private static Map<String, Object> fields(Coverage coverage) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("steps", fields(coverage.steps(), coverage.stepPercent(), coverage.missedSteps()));
        List<Map<String, Object>> missed =
                coverage.missedBranches().stream().map(branch -> fields(branch)).toList();
        fields.put("branches", fields(coverage.branches(), coverage.branchPercent(), missed));
        return fields;
    }

    private static Map<String, Object> fields(int all, int percent, List<?> uncovered) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("all", all);
        fields.put("covered", all - uncovered.size());
        fields.put("percent", percent);
        fields.put("uncovered", uncovered);
        return fields;
    }

    private static Map<String, Object> fields(Branch branch) {
        Map<String, Object> fields = fields(branch.place());
        fields.put("step", branch.flow() + "/" + branch.step());
        fields.put("exit", branch.exit());
        fields.put("target", branch.target());
        return fields;
    }

    private static Map<String, Object> fields(Place place) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", place.file());
        fields.put("line", place.line());
        fields.put("column", place.column());
        return fields;
    }

    private static double seconds(Duration length) {
        return length.toMillis() / 1000.0;
    }

    /** Marks for the lines where calls went another way, for the targets that none went to, and for a lack of calls. */
    String github() {
        GitHubMarks marks = new GitHubMarks(folder);
        for (Result result : results()) {
            result.failure()
                    .ifPresent(failure -> marks.add(
                            Severity.ERROR,
                            failure.place(),
                            result.name(),
                            "at " + failure.stoodAt() + ": expected " + failure.expected() + ", but was "
                                    + String.join("\n", failure.found())));
        }
        coverage()
                .ifPresent(coverage -> coverage.missedBranches()
                        .forEach(branch -> marks.add(
                                Severity.WARNING,
                                branch.place(),
                                "not covered",
                                "no example call goes " + branch + " -> " + branch.target())));
        note.ifPresent(why -> marks.add(why.severity(), why.text()));
        return ReportPrinter.marks(folder, problems, Language.ENGLISH) + marks;
    }
}
