package hotline.flow;

import hotline.flow.Next.Enter;
import hotline.flow.Use.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has another flow do something and goes on by the way in which it gives control back. */
record SubFlowStep(Ref subFlow, Map<String, Ref> exits) implements Step {
    static SubFlowStep read(StepFields fields) {
        Ref subFlow = fields.main(Kind.FLOW, "means.call");
        Map<String, Ref> exits = new LinkedHashMap<>();
        fields.section()
                .rest()
                .forEach(field -> fields.noteTarget(field)
                        .ifPresent(target -> exits.put(field.key().value(), target)));
        return new SubFlowStep(subFlow, exits);
    }

    @Override
    public Next enter(Walk walk) {
        return new Enter(subFlow);
    }

    Ref exit(String name) {
        return Optional.ofNullable(exits.get(name))
                .orElseThrow(
                        () -> new IllegalStateException("flow " + subFlow + " returned with the unknown exit " + name));
    }

    @Override
    public List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        exits.forEach((exit, target) -> ways.add(Way.by(exit, target)));
        return ways;
    }
}
