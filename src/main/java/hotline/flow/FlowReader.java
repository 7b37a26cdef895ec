package hotline.flow;

import hotline.flow.Flow.PlacedStep;
import hotline.flow.Tree.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one flow's file. */
final class FlowReader {
    /** Stands in for a step that cannot be read, so that nobody is told that it does not exist. */
    static final Step BROKEN = new Step() {
        @Override
        public Next enter(Walk walk) {
            return new Next.ToHuman();
        }

        @Override
        public List<Way> ways() {
            return List.of();
        }
    };

    private final Problems problems;
    private final Map<String, EntryKind> entries;

    FlowReader(Problems problems, Map<String, EntryKind> entries) {
        this.problems = problems;
        this.entries = entries;
    }

    Flow read(String file, Tree.Fields tree) {
        Section section = new Section(Phrase.of("what.flow"), new Ref(file, new Place(file, 1, 1)), tree, problems);
        Ref name = section.text("flow", Phrase.of("means.flow-name"));
        String expected = file.replace(".yaml", "");
        if (!name.name().isEmpty() && !name.name().equals(expected)) {
            problems.add(Rule.WRONG_NAME, name.place(), Phrase.of("flow.name", name, file));
        }
        Optional<Ref> topic = section.findText("topic");
        Ref start = section.text("start", Phrase.of("means.start"));
        List<Ref> returns = section.texts("returns");
        Map<String, PlacedStep> steps =
                section.findSection("steps").map(this::steps).orElse(Map.of());
        if (steps.isEmpty()) {
            problems.add(Rule.MISSING_FIELD, section.place(), Phrase.of("flow.no-steps"));
        }
        section.close();
        return new Flow(new Ref(expected, name.place()), topic, start, returns, steps);
    }

    private Map<String, PlacedStep> steps(Section section) {
        Map<String, PlacedStep> steps = new LinkedHashMap<>();
        for (Field field : section.rest()) {
            Ref name = new Ref(field.key().value(), field.key().place());
            if (!name.name().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
                problems.add(Rule.WRONG_NAME, name.place(), Phrase.of("step.name", name));
            }
            section.section(Phrase.of("what.step", name), field)
                    .ifPresent(fields -> steps.put(name.name(), step(name, fields)));
        }
        return steps;
    }

    /** A step's first field says what kind it is. */
    private PlacedStep step(Ref name, Section section) {
        String kind = section.names().stream().findFirst().orElse("");
        if (!StepKinds.names().contains(kind)) {
            problems.add(Rule.UNKNOWN_KIND, name.place(), noKind(name, kind, section));
            return new PlacedStep(name, kind, BROKEN, List.of());
        }
        StepFields fields = new StepFields(kind, section);
        Step step = StepKinds.reader(kind).read(fields, entries);
        section.close();
        return new PlacedStep(name, kind, step, fields.uses());
    }

    private static Phrase noKind(Ref name, String first, Section section) {
        Optional<String> later =
                section.names().stream().filter(StepKinds.names()::contains).findFirst();
        if (later.isPresent()) {
            return Phrase.of("step.kind-later", name, later.get());
        }
        return Nearest.find(first, StepKinds.names())
                .map(kind -> Phrase.of("step.kind-unknown", name, first, kind))
                .orElse(Phrase.of("step.kind-missing", name, String.join(", ", StepKinds.names())));
    }
}
