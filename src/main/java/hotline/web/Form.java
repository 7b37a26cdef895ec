package hotline.web;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands in the fields of a form, as it was typed, and what is wrong with it; so that a page can show both again.
 *
 * @param values by field
 * @param problems by field, in the reader's words
 */
public record Form(Map<String, List<String>> values, Map<String, String> problems) {
    private static final int LONGEST = 500;

    static final Form EMPTY = new Form(Map.of(), Map.of());

    public Form {
        values = Map.copyOf(values);
        problems = Map.copyOf(problems);
    }

    /** What was sent; longer than any field allows it is cut. */
    static Form sent(Context ctx) {
        Map<String, List<String>> values = new HashMap<>();
        ctx.formParamMap()
                .forEach((field, sent) -> values.put(
                        field,
                        sent.stream()
                                .map(value -> value.substring(0, Math.min(LONGEST, value.length())))
                                .toList()));
        values.remove(FormToken.FIELD);
        return new Form(values, Map.of());
    }

    /** The same with this in one of its fields. */
    Form with(String field, String... value) {
        Map<String, List<String>> more = new HashMap<>(values);
        more.put(field, List.of(value));
        return new Form(more, problems);
    }

    /** The same, with this wrong with one of its fields. */
    Form withProblem(String field, String problem) {
        Map<String, String> more = new LinkedHashMap<>(problems);
        more.putIfAbsent(field, problem);
        return new Form(values, more);
    }

    /** What stands in a field, without blanks around it; nothing if there is no such field. */
    public String value(String field) {
        List<String> all = values.getOrDefault(field, List.of());
        return all.isEmpty() ? "" : all.get(0).strip();
    }

    /** Whether this is what was chosen, or among what was. */
    public boolean has(String field, String value) {
        return values.getOrDefault(field, List.of()).contains(value);
    }

    public Optional<String> problem(String field) {
        return Optional.ofNullable(problems.get(field));
    }

    public boolean isRight() {
        return problems.isEmpty();
    }
}
