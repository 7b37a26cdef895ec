package hotline.flow;

import hotline.flow.Next.Await;
import hotline.flow.Next.Go;
import java.time.Duration;
import java.util.List;

/** Records a message. The caller gives up their place in the queue. One in which nobody spoke is not kept. */
record VoicemailStep(List<Ref> prompts, Expect recording, Ref then, Ref otherwise) implements Step {
    private static final int USUAL_SECONDS = 120;

    /** Less is a breath, or the click of a phone that is hung up. */
    private static final int SHORTEST_SECONDS = 2;

    static VoicemailStep read(StepFields fields) {
        int most = fields.section().number("most-seconds", USUAL_SECONDS, 10, 600);
        return new VoicemailStep(
                fields.prompts("voicemail", "means.voicemail"),
                new Expect.Recording(Duration.ofSeconds(most)),
                fields.target("then", "where.message-kept"),
                fields.target("otherwise", "where.nothing-said"));
    }

    @Override
    public Next enter(Walk walk) {
        walk.leaveQueue();
        walk.say(prompts);
        return new Await(recording);
    }

    @Override
    public Next hear(Walk walk, Input input) {
        if (input instanceof Input.Nudged) {
            walk.sayAgain();
            return new Await(recording);
        }
        if (input instanceof Input.Recorded message && message.seconds() >= SHORTEST_SECONDS) {
            walk.ask(new Question.KeepVoicemail(
                    walk.topic(), message.url(), message.seconds(), Values.about(walk.values())));
            return new Go(then);
        }
        return new Go(otherwise);
    }

    @Override
    public boolean waits() {
        return true;
    }

    @Override
    public boolean hasGlobalKeys() {
        return false;
    }

    @Override
    public List<Way> ways() {
        return List.of(
                Way.by("then", then).place(Way.InQueue.GIVEN_UP),
                Way.by("otherwise", otherwise).place(Way.InQueue.GIVEN_UP));
    }
}
