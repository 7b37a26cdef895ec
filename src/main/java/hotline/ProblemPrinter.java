package hotline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hotline.flow.FlowProblem;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Writes what is wrong with the flows: for people, for programs, and for GitHub. */
final class ProblemPrinter {
    private final Path folder;
    private final List<FlowProblem> problems;

    ProblemPrinter(Path folder, List<FlowProblem> problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** A line for each problem, and below them how to mend each kind. */
    String text() {
        StringBuilder text = new StringBuilder();
        problems.forEach(problem -> text.append(problem).append('\n'));
        if (!problems.isEmpty()) {
            text.append('\n');
            Set<String> told = new TreeSet<>();
            problems.forEach(problem -> told.add(
                    "  " + problem.rule().ruleName() + ": " + problem.rule().mend()));
            told.forEach(line -> text.append(line).append('\n'));
            text.append('\n').append(counts()).append('\n');
        }
        if (count(true) == 0) {
            text.append("The flows in ").append(folder).append(" are clean.\n");
        }
        return text.toString();
    }

    String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("folder", folder.toString());
        json.put("errors", count(true));
        json.put("warnings", count(false));
        json.put("problems", problems.stream().map(ProblemPrinter::fields).toList());
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new AssertionError("texts and numbers can be written", e);
        }
    }

    private static Map<String, Object> fields(FlowProblem problem) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", problem.file());
        fields.put("line", problem.line());
        fields.put("column", problem.column());
        fields.put("severity", problem.severity().word());
        fields.put("rule", problem.rule().ruleName());
        fields.put("text", problem.text());
        fields.put("mend", problem.rule().mend());
        return fields;
    }

    /** Workflow commands of GitHub Actions, by which it marks the lines ("Setting an error message"). */
    String github() {
        StringBuilder text = new StringBuilder();
        for (FlowProblem problem : problems) {
            text.append("::")
                    .append(problem.severity().word())
                    .append(" file=")
                    .append(property(folder.resolve(problem.file()).normalize().toString()))
                    .append(",line=")
                    .append(problem.line())
                    .append(",col=")
                    .append(problem.column())
                    .append(",title=")
                    .append(property(problem.rule().ruleName()))
                    .append("::")
                    .append(data(problem.text() + ". " + problem.rule().mend()))
                    .append('\n');
        }
        return text.toString();
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }

    private String counts() {
        return number(count(true), "error") + ", " + number(count(false), "warning") + ".";
    }

    private static String number(long count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }

    private long count(boolean errors) {
        return problems.stream().filter(problem -> problem.isError() == errors).count();
    }
}
