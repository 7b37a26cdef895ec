package hotline.flow;

import hotline.flow.Flow.PlacedStep;
import hotline.flow.Tree.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one flow's file. */
final class FlowReader {
    private final Problems problems;
    private final Map<String, EntryKind> entries;

    FlowReader(Problems problems, Map<String, EntryKind> entries) {
        this.problems = problems;
        this.entries = entries;
    }

    Flow read(String file, Tree.Fields tree) {
        Section section = new Section("the flow", new Ref(file, new Place(file, 1, 1)), tree, problems);
        Ref name = section.text("flow", "its name, the same as the file's");
        String expected = file.replace(".yaml", "");
        if (!name.name().isEmpty() && !name.name().equals(expected)) {
            problems.error(name.place(), "the flow is called `" + name + "` but its file says `" + expected + "`");
        }
        Optional<Ref> topic = section.findText("topic");
        Ref start = section.text("start", "the name of its first step");
        List<Ref> returns = section.texts("returns");
        Map<String, PlacedStep> steps =
                section.findSection("steps").map(this::steps).orElse(Map.of());
        if (steps.isEmpty()) {
            problems.error(section.place(), "the flow has no `steps`");
        }
        section.close();
        return new Flow(new Ref(expected, name.place()), topic, start, returns, steps);
    }

    private Map<String, PlacedStep> steps(Section section) {
        Map<String, PlacedStep> steps = new LinkedHashMap<>();
        for (Field field : section.rest()) {
            Ref name = new Ref(field.key().value(), field.key().place());
            if (!name.name().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
                problems.error(
                        name.place(), "`" + name + "` is not a step's name; use small letters, digits and dashes");
            }
            section.section("step `" + name + "`", field)
                    .flatMap(fields -> step(name, fields))
                    .ifPresent(step -> steps.put(name.name(), step));
        }
        return steps;
    }

    private Optional<PlacedStep> step(Ref name, Section section) {
        List<String> kinds =
                StepKinds.names().stream().filter(section.names()::contains).toList();
        if (kinds.size() != 1) {
            problems.error(
                    name.place(),
                    "step `" + name + "` "
                            + (kinds.isEmpty() ? noKind(section) : "is of two kinds: " + String.join(" and ", kinds)));
            return Optional.empty();
        }
        String kind = kinds.get(0);
        StepFields fields = new StepFields(kind, section);
        Step step = StepKinds.reader(kind).read(fields, entries);
        section.close();
        return Optional.of(new PlacedStep(name, kind, step, fields.uses()));
    }

    private static String noKind(Section section) {
        return section.names().stream()
                .flatMap(field -> Nearest.find(field, StepKinds.names()).stream()
                        .map(kind -> "`" + field + "` is not a kind of step; did you mean `" + kind + "`?"))
                .findFirst()
                .orElse("does nothing; it needs one of " + String.join(", ", StepKinds.names()));
    }
}
