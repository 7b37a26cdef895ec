package hotline.flow;

import hotline.flow.Next.Await;
import hotline.flow.Next.Go;
import java.util.List;

/** Asks a caller who spoke with an agent how it was, with a key from 1 to 5; nobody who was asked a while ago is asked again. */
record RateStep(List<Ref> prompts, List<Ref> thanks, Ref then) implements Step {
    private static final String SCORE = "[1-5]";

    static RateStep read(StepFields fields) {
        return new RateStep(
                fields.prompts("rate", "means.rate"),
                fields.prompts("thanks", "means.thanks"),
                fields.target("then", "where.rated"));
    }

    @Override
    public Next enter(Walk walk) {
        if (!walk.ask(new Question.MayRate()).exit().equals("ask")) {
            return new Go(then);
        }
        walk.say(prompts);
        return new Await(MenuStep.ONE_KEY);
    }

    @Override
    public Next hear(Walk walk, Input input) {
        if (input instanceof Input.Keys pressed
                && pressed.keys().matches(SCORE)
                && walk.ask(new Question.Rate(Integer.parseInt(pressed.keys())))
                        .exit()
                        .equals("kept")) {
            walk.say(thanks);
        }
        return new Go(then);
    }

    @Override
    public Next repeat(Walk walk) {
        walk.sayAgain();
        return new Await(MenuStep.ONE_KEY);
    }

    @Override
    public boolean waits() {
        return true;
    }

    @Override
    public List<Way> ways() {
        return List.of(Way.by("then", then), Way.byKey("a key from 1 to 5", then));
    }
}
