package hotline.flow;

import hotline.flow.Next.Await;
import java.util.List;

/** Says goodbye and ends the call. */
record HangUpStep(List<Ref> prompts) implements Step {
    static HangUpStep read(StepFields fields) {
        return new HangUpStep(fields.prompts("hang-up", "means.hang-up"));
    }

    @Override
    public Next enter(Walk walk) {
        walk.leaveQueue();
        walk.say(prompts);
        return new Await(new Expect.HangUp());
    }

    @Override
    public List<Way> ways() {
        return List.of();
    }
}
