package hotline.flow;

import hotline.flow.Next.Await;
import hotline.flow.Next.Go;
import hotline.flow.Use.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The waiting room. The caller has a place in the queue, hears it with the estimate on entering and every minute, and music
 * in between; a key leads to another way out without losing the place.
 *
 * @param cutOff where a caller goes on whose agent's line was lost; without it they wait again at once
 * @param longWait where a caller is first asked whether to wait at all, when it will take long
 */
record QueueStep(
        Ref skill,
        Announcements announcements,
        String music,
        Map<String, Ref> keys,
        Optional<Ref> longWait,
        Optional<Ref> cutOff,
        Exits exits)
        implements Step {
    private static final Duration LOOP = Duration.ofSeconds(20);
    private static final int LOOPS_PER_ANNOUNCEMENT = 3;

    /**
     * What is said in the waiting room.
     *
     * @param ringing says that an agent's phone rings; said in place of the others
     * @param place says the place in the queue
     * @param estimate says how long it may take; only said when that is known
     * @param offer says what the keys do
     * @param handedOn says that the agent has passed the caller on
     * @param connected says who the caller is about to speak with
     */
    record Announcements(List<Ref> ringing, List<Ref> place, List<Ref> estimate, List<Ref> offer, List<Ref> handedOn, List<Ref> connected) {
        static Announcements read(StepFields fields) {
            return new Announcements(
                    fields.prompts("ringing", "the prompt that says that an agent is being rung"),
                    fields.prompts("place", "the prompt that says the place, with `{queue.place}`"),
                    fields.prompts("estimate", "the prompt that says how long, with `{queue.estimate-high}`"),
                    fields.prompts("offer", "the prompt that says what the keys do"),
                    fields.findPrompts("handed-on"),
                    fields.prompts("connected", "the prompt that says who answers, with `{agent.name}`"));
        }
    }

    static QueueStep read(StepFields fields) {
        return new QueueStep(
                fields.main(Kind.QUEUE, "the queue, or `topic`"),
                Announcements.read(fields),
                fields.name(Kind.AUDIO, "music", "the hold music, as `hold.wav` in audio/")
                        .name(),
                fields.targetsByKey(),
                fields.findTarget("long-wait"),
                fields.findTarget("cut-off"),
                Exits.read(
                        fields,
                        Map.of(
                                "then", "the conversation is over",
                                "nobody", "no agent is there",
                                "full", "too many are waiting",
                                "closed", "the agents have gone home",
                                "too-long", "the caller has waited too long")));
    }

    @Override
    public Next enter(Walk walk) {
        if (walk.find(Values.WAITS_AT).isPresent()) {
            return look(walk, true);
        }
        walk.forget(Values.QUEUE_FACTS);
        walk.forget(Values.AGENT);
        Answer answer =
                walk.ask(new Question.JoinQueue(walk.orTopic(skill), walk.topic(), Values.about(walk.values())));
        if (!answer.exit().equals("joined")) {
            return exits.take(answer.exit());
        }
        walk.set(Values.WAITS_AT, walk.place());
        if (longWait.isPresent() && walk.find("queue.long").equals(Optional.of("true"))) {
            return new Go(longWait.get());
        }
        announce(walk);
        return hold();
    }

    @Override
    public Next hear(Walk walk, Input input) {
        if (input instanceof Input.Keys pressed) {
            Ref target = keys.get(pressed.keys());
            return target == null ? look(walk, false) : new Go(target);
        }
        return input instanceof Input.Returned ? afterConversation(walk) : look(walk, false);
    }

    @Override
    public Next repeat(Walk walk) {
        return look(walk, true);
    }

    private Next look(Walk walk, boolean announce) {
        walk.forget(Values.QUEUE_FACTS);
        String exit = walk.ask(new Question.Wait()).exit();
        return switch (exit) {
            case "waiting" -> stay(walk, announce);
            case "connect" -> connect(walk);
            case "cut-off" -> cutOff(walk);
            case "gone" -> over(walk);
            default -> lost(walk, exit);
        };
    }

    private Next stay(Walk walk, boolean announce) {
        if (walk.find(Values.AGENT).isPresent()) {
            walk.forget(Values.AGENT);
            if (!announcements.handedOn().isEmpty()) {
                walk.say(announcements.handedOn());
                return hold();
            }
        }
        if (walk.countSilence() % LOOPS_PER_ANNOUNCEMENT == 0 || announce) {
            announce(walk);
        }
        return hold();
    }

    private void announce(Walk walk) {
        if (walk.find("queue.ringing").equals(Optional.of("true"))) {
            walk.say(announcements.ringing());
            return;
        }
        walk.say(announcements.place());
        if (walk.find("queue.estimate-high").isPresent()) {
            walk.say(announcements.estimate());
        }
        walk.say(announcements.offer());
    }

    private Next connect(Walk walk) {
        walk.say(announcements.connected());
        return new Await(new Expect.Conference(walk.find("queue.room").orElseThrow()));
    }

    /** The agent may never have come; then the caller still has their place and goes on waiting. */
    private Next afterConversation(Walk walk) {
        walk.forget(Values.QUEUE_FACTS);
        return switch (walk.ask(new Question.Wait()).exit()) {
            case "waiting" -> stay(walk, true);
            case "cut-off" -> cutOff(walk);
            default -> finished(walk);
        };
    }

    /** The place is at the head of the queue for who takes it again. */
    private Next cutOff(Walk walk) {
        walk.forget(Values.WAITS_AT);
        return cutOff.<Next>map(Go::new).orElseGet(() -> enter(walk));
    }

    private Next over(Walk walk) {
        return walk.find(Values.AGENT).isPresent() ? finished(walk) : lost(walk, "nobody");
    }

    private Next finished(Walk walk) {
        return lost(walk, "then");
    }

    /** The contact is over, and with it the place in the queue. */
    private Next lost(Walk walk, String exit) {
        walk.forget(Values.WAITS_AT);
        return exits.take(exit);
    }

    private Next hold() {
        return new Await(new Expect.HoldMusic(VoiceFlows.AUDIO_PATH + music, LOOP));
    }

    @Override
    public boolean waits() {
        return true;
    }

    @Override
    public Set<String> gives() {
        return Values.OF_QUEUE;
    }
}
