package hotline.flow;

import static hotline.flow.MenuStep.ONE_KEY;

import hotline.flow.Next.Go;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks for one key and keeps what it stands for: a word, or another value written as {@code {name}}. */
record ChooseStep(String value, Attempts attempts, Map<String, Ref> keys, Ref then) implements Step {
    static ChooseStep read(StepFields fields) {
        String value =
                fields.section().text("choose", Phrase.of("means.choose")).name();
        Map<String, Ref> keys = fields.keys();
        if (keys.isEmpty()) {
            fields.section()
                    .problems()
                    .add(Rule.MISSING_FIELD, fields.section().place(), Phrase.of("step.choose-keys"));
        }
        keys.values()
                .forEach(word -> valueOf(word.name())
                        .ifPresent(name -> fields.note(Use.Kind.VALUE, new Ref(name, word.place()))));
        Ref then = fields.target("then", "where.chosen");
        return new ChooseStep(value, Attempts.read(fields, "prompt"), keys, then);
    }

    @Override
    public Next enter(Walk walk) {
        return attempts.first(walk, ONE_KEY);
    }

    @Override
    public Next hear(Walk walk, Input input) {
        if (input instanceof Input.Keys pressed) {
            Ref chosen = keys.get(pressed.keys());
            if (chosen == null) {
                return attempts.mismatch(walk, ONE_KEY);
            }
            walk.set(value, meaning(walk, chosen.name()));
            return new Go(then);
        }
        return input instanceof Input.Silence ? attempts.silence(walk, ONE_KEY) : attempts.again(walk, ONE_KEY);
    }

    private static String meaning(Walk walk, String word) {
        return valueOf(word).map(name -> walk.find(name).orElse("")).orElse(word);
    }

    /** The value that a word in braces stands for. */
    private static Optional<String> valueOf(String word) {
        return word.startsWith("{") && word.endsWith("}")
                ? Optional.of(word.substring(1, word.length() - 1))
                : Optional.empty();
    }

    @Override
    public Next repeat(Walk walk) {
        return attempts.again(walk, ONE_KEY);
    }

    @Override
    public boolean waits() {
        return true;
    }

    @Override
    public Set<String> gives() {
        return Set.of(value);
    }

    @Override
    public List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        keys.keySet().forEach(key -> ways.add(Way.byKey(key, then).setting(Set.of(value))));
        ways.add(Way.by("otherwise", attempts.otherwise()));
        return ways;
    }

    /** The values that keys stand for. */
    @Override
    public Set<String> needs() {
        Set<String> needs = new HashSet<>();
        keys.values().forEach(word -> valueOf(word.name()).ifPresent(needs::add));
        return needs;
    }
}
