package hotline.flow;

import hotline.flow.Next.Go;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Goes on by what is known: the first case that holds, else {@code otherwise}. */
record DecideStep(List<Case> cases, Ref otherwise) implements Step {
    record Case(Condition when, Place place, Ref go) {}

    DecideStep {
        cases = List.copyOf(cases);
    }

    static DecideStep read(StepFields fields) {
        List<Case> cases = new ArrayList<>();
        for (Section item : fields.section().sections("decide")) {
            Ref when = item.text("when", Phrase.of("means.condition"));
            Ref go = fields.targetOf(item, "go", "where.condition-holds");
            item.close();
            Condition.parse(when.name())
                    .ifPresentOrElse(
                            condition -> {
                                fields.note(Use.Kind.VALUE, new Ref(condition.value(), when.place()));
                                cases.add(new Case(condition, when.place(), go));
                            },
                            () -> malformed(item, when));
        }
        return new DecideStep(cases, fields.target("otherwise", "where.no-case-holds"));
    }

    private static void malformed(Section item, Ref when) {
        if (!when.name().isEmpty()) {
            item.problems().add(Rule.WRONG_VALUE, when.place(), Phrase.of("step.condition", when));
        }
    }

    @Override
    public Next enter(Walk walk) {
        Map<String, String> values = walk.values();
        return cases.stream()
                .filter(one -> one.when().holds(values))
                .findFirst()
                .map(one -> new Go(one.go()))
                .orElseGet(() -> new Go(otherwise));
    }

    /** What a case that does not hold tells: after {@code order.promised is not set} it is set. */
    @Override
    public List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (int i = 0; i < cases.size(); i++) {
            Case one = cases.get(i);
            ways.add(Way.by(one.when().toString(), one.go())
                    .setting(known)
                    .setting(one.when().knownWhenItHolds()));
            known.addAll(one.when().knownWhenNot());
        }
        ways.add(Way.by("otherwise", otherwise).setting(known));
        return ways;
    }

    /** What is compared; asking whether a value is set needs none. */
    @Override
    public Set<String> needs() {
        Set<String> known = new HashSet<>();
        Set<String> needs = new HashSet<>();
        for (Case one : cases) {
            if (!one.when().asksWhetherSet() && !known.contains(one.when().value())) {
                needs.add(one.when().value());
            }
            known.addAll(one.when().knownWhenNot());
        }
        return needs;
    }
}
