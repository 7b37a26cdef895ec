package hotline.flow;

import hotline.flow.Next.Go;
import java.util.List;

/** Says something and goes on at once, so that it is heard inside the entry that comes next. */
record SayStep(List<Ref> prompts, Ref then) implements Step {
    static SayStep read(StepFields fields) {
        return new SayStep(fields.prompts("say", "means.say"), fields.target("then", "where.then"));
    }

    @Override
    public Next enter(Walk walk) {
        walk.say(prompts);
        return new Go(then);
    }

    @Override
    public List<Way> ways() {
        return List.of(Way.by("then", then));
    }
}
