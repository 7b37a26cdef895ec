package hotline.flow;

import hotline.flow.Flow.PlacedStep;
import hotline.flow.Tree.Field;
import hotline.flow.Tree.Fields;
import hotline.flow.Tree.Items;
import hotline.flow.Tree.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Lists the branches of a flow, each with the name that its author gave it: the fields that lead to its target. */
final class Branches {
    private final Map<Place, String> exits = new HashMap<>();

    /** @param source the flow's file */
    Branches(String file, String source) {
        new YamlReader(file, new Problems()).read(source).ifPresent(flow -> name("", flow));
    }

    List<Branch> of(Flow flow) {
        List<Branch> branches = new ArrayList<>();
        for (PlacedStep step : flow.steps().values()) {
            String prefix = "steps " + step.name() + " ";
            for (Ref target : step.targets()) {
                String exit = Objects.requireNonNull(exits.get(target.place()), "a target is written somewhere");
                branches.add(new Branch(
                        target.place(),
                        flow.name().name(),
                        step.name().name(),
                        exit.substring(prefix.length()),
                        target.name()));
            }
        }
        return branches;
    }

    private void name(String path, Tree tree) {
        if (tree instanceof Text text) {
            exits.put(text.place(), path.strip());
        } else if (tree instanceof Fields fields) {
            for (Field field : fields.fields()) {
                name(path + field.key().value() + " ", field.value());
            }
        } else if (tree instanceof Items items) {
            for (int i = 0; i < items.items().size(); i++) {
                name(path + (i + 1) + " ", items.items().get(i));
            }
        }
    }
}
