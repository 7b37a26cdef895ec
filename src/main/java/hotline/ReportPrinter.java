package hotline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hotline.flow.FlowProblem;
import hotline.flow.FlowReport;
import hotline.flow.Phrase;
import hotline.flow.Place;
import hotline.flow.WayLength;
import hotline.phone.Language;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Writes what there is to say about the flows: for people, for programs, and for GitHub. */
final class ReportPrinter {
    private final Path folder;
    private final List<FlowProblem> problems;
    private final List<WayLength> ways;
    private final Language language;

    /** @param language in which it is told what is wrong */
    ReportPrinter(Path folder, FlowReport report, Language language) {
        this.folder = folder;
        this.problems = report.problems();
        this.ways = report.ways();
        this.language = language;
    }

    /** A line for each problem, and below them how to mend each kind. */
    String text() {
        StringBuilder text = new StringBuilder();
        problems.forEach(problem -> text.append(problem.printed().in(language)).append('\n'));
        if (!problems.isEmpty()) {
            text.append('\n');
            Set<String> told = new TreeSet<>();
            problems.forEach(problem -> told.add(
                    "  " + problem.rule().ruleName() + ": " + problem.rule().mend(language)));
            told.forEach(line -> text.append(line).append('\n'));
            text.append('\n').append(counts()).append('\n');
        }
        if (count(true) == 0) {
            text.append(told(problems.isEmpty() ? "report.clean" : "report.usable", folder))
                    .append('\n');
            text.append(ways());
        }
        return text.toString();
    }

    private String ways() {
        StringBuilder text = new StringBuilder();
        text.append('\n').append(told("report.ways")).append('\n');
        text.append(String.format(
                Locale.ROOT,
                "%-22s%-10s%-34s%s\n",
                told("report.flow"),
                told("report.language"),
                told("report.to-ticket"),
                told("report.to-human")));
        for (int i = 0; i + 1 < ways.size(); i += 2) {
            WayLength ticket = ways.get(i);
            text.append(String.format(
                    Locale.ROOT,
                    "%-22s%-10s%-34s%s\n",
                    ticket.flow(),
                    ticket.language(),
                    length(ticket),
                    length(ways.get(i + 1))));
        }
        return text.toString();
    }

    private String length(WayLength way) {
        return way.shortest().isEmpty()
                ? told("report.no-way")
                : way.longest()
                        .map(longest -> told("report.from-to", shortest(way), shown(longest)))
                        .orElse(shortest(way));
    }

    private String shortest(WayLength way) {
        return way.shortest().map(this::shown).orElse("");
    }

    private String shown(WayLength.Length length) {
        return told(
                length.keys() == 1 ? "report.one-key" : "report.keys",
                length.keys(),
                String.format(Locale.ROOT, "%.0f", length.seconds()));
    }

    String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("folder", folder.toString());
        json.put("errors", count(true));
        json.put("warnings", count(false));
        json.put(
                "problems",
                problems.stream().map(problem -> fields(problem, language)).toList());
        json.put("ways", ways.stream().map(way -> fields(way)).toList());
        return write(json);
    }

    /** A document of texts and numbers, for people to read, too. */
    static String write(Map<String, Object> json) {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new AssertionError("texts and numbers can be written", e);
        }
    }

    static Map<String, Object> fields(FlowProblem problem, Language language) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", problem.file());
        fields.put("line", problem.line());
        fields.put("column", problem.column());
        fields.put("severity", problem.severity().word());
        fields.put("rule", problem.rule().ruleName());
        fields.put("text", problem.text(language));
        fields.put("mend", problem.rule().mend(language));
        return fields;
    }

    private static Map<String, Object> fields(WayLength way) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("flow", way.flow());
        fields.put("language", way.language().code());
        fields.put("to", way.goal().name().toLowerCase(Locale.ROOT));
        way.shortest().ifPresent(length -> fields.put("shortest", fields(length)));
        way.longest().ifPresent(length -> fields.put("longest", fields(length)));
        return fields;
    }

    private static Map<String, Object> fields(WayLength.Length length) {
        return Map.of("keys", length.keys(), "seconds", Math.round(length.seconds()));
    }

    /** Marks for the lines. */
    String github() {
        return marks(folder, problems, language);
    }

    static String marks(Path folder, List<FlowProblem> problems, Language language) {
        GitHubMarks marks = new GitHubMarks(folder);
        problems.forEach(problem -> marks.add(
                problem.severity(),
                new Place(problem.file(), problem.line(), problem.column()),
                problem.rule().ruleName(),
                problem.text(language) + ". " + problem.rule().mend(language)));
        return marks.toString();
    }

    private String counts() {
        long errors = count(true);
        long warnings = count(false);
        return told(errors == 1 ? "report.one-error" : "report.errors", errors) + ", "
                + told(warnings == 1 ? "report.one-warning" : "report.warnings", warnings) + ".";
    }

    private String told(String key, Object... values) {
        return Phrase.of(key, values).in(language);
    }

    private long count(boolean errors) {
        return problems.stream().filter(problem -> problem.isError() == errors).count();
    }
}
