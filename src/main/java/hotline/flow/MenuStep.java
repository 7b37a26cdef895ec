package hotline.flow;

import hotline.flow.Next.Go;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks for one key, each leading to a step. */
record MenuStep(Attempts attempts, Map<String, Ref> keys) implements Step {
    /** ETSI ES 202 130 asks for no less than five seconds. */
    static final Expect ONE_KEY = new Expect.Keys(1, Duration.ofSeconds(6), false);

    static MenuStep read(StepFields fields) {
        Map<String, Ref> keys = fields.targetsByKey();
        if (keys.isEmpty()) {
            fields.section().problems().add(Rule.MISSING_FIELD, fields.section().place(), Phrase.of("step.menu-keys"));
        }
        return new MenuStep(Attempts.read(fields, "menu"), keys);
    }

    @Override
    public Next enter(Walk walk) {
        return attempts.first(walk, ONE_KEY);
    }

    @Override
    public Next hear(Walk walk, Input input) {
        if (input instanceof Input.Keys pressed) {
            Ref target = keys.get(pressed.keys());
            return target == null ? attempts.mismatch(walk, ONE_KEY) : new Go(target);
        }
        return input instanceof Input.Silence ? attempts.silence(walk, ONE_KEY) : attempts.again(walk, ONE_KEY);
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
    public List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        keys.forEach((key, target) -> ways.add(Way.byKey(key, target)));
        ways.add(Way.by("otherwise", attempts.otherwise()));
        return ways;
    }
}
