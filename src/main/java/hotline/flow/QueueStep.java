package hotline.flow;

import hotline.flow.Next.Await;
import hotline.flow.Next.Go;
import hotline.flow.Use.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The waiting room. The caller has a place in the queue, hears it with the estimate on entering and every minute, and music
 * in between; a key leads to another way out without losing the place.
 *
 * @param placeKept says that a caller who was cut off a moment ago has their old place again
 * @param cutOff where a caller goes on whose agent's line was lost; without it they wait again at once
 * @param longWait where a caller is first asked whether to wait at all, when it will take long
 */
record QueueStep(
        Ref skill,
        Announcements announcements,
        List<Ref> placeKept,
        String music,
        Map<String, Ref> keys,
        Optional<Ref> longWait,
        Optional<Ref> cutOff,
        Exits exits)
        implements Step {
    /** The ways of callers who are not let in, which they go at once. */
    static final List<String> REFUSALS = List.of("nobody", "full", "closed");

    private static final Duration LOOP = Duration.ofSeconds(20);
    /** What is known of the queue at any time while the caller waits. */
    private static final Set<String> WHILE_WAITING = Set.of("queue.place", "queue.long");

    private static final int LOOPS_PER_ANNOUNCEMENT = 3;

    static QueueStep read(StepFields fields) {
        return new QueueStep(
                fields.main(Kind.QUEUE, "means.queue"),
                Announcements.read(fields),
                fields.findPrompts("place-kept"),
                fields.name(Kind.AUDIO, "music", "means.music").name(),
                fields.targetsByKey(),
                fields.findTarget("long-wait"),
                fields.findTarget("cut-off"),
                Exits.read(
                        fields,
                        Map.of(
                                "then", "when.over",
                                "nobody", "when.nobody",
                                "full", "when.full",
                                "closed", "when.closed",
                                "too-long", "when.too-long")));
    }

    @Override
    public Next enter(Walk walk) {
        return walk.find(Values.WAITS_AT).isPresent() ? look(walk, true, this::join) : join(walk);
    }

    private Next join(Walk walk) {
        walk.forget(Values.QUEUE_FACTS);
        walk.forget(Values.TOLD);
        walk.forget(Values.AGENT);
        Answer answer =
                walk.ask(new Question.JoinQueue(walk.orTopic(skill), walk.topic(), Values.about(walk.values())));
        if (!answer.exit().equals("joined")) {
            return exits.take(answer.exit());
        }
        walk.set(Values.WAITS_AT, walk.place());
        if (walk.find("queue.kept").equals(Optional.of("true"))) {
            walk.say(placeKept);
        }
        if (longWait.isPresent() && walk.find("queue.long").equals(Optional.of("true"))) {
            return new Go(longWait.get());
        }
        announcements.say(walk);
        return hold();
    }

    @Override
    public Next hear(Walk walk, Input input) {
        if (input instanceof Input.Keys pressed) {
            Ref target = keys.get(pressed.keys());
            return target == null ? look(walk, false, this::cutOff) : new Go(target);
        }
        return input instanceof Input.Returned ? afterConversation(walk) : look(walk, false, this::cutOff);
    }

    @Override
    public Next repeat(Walk walk) {
        return look(walk, true, this::cutOff);
    }

    /** @param cutOff what follows when the agent's line was lost: a word about it, or for who has heard that, the queue */
    private Next look(Walk walk, boolean announce, Function<Walk, Next> cutOff) {
        walk.forget(Values.QUEUE_FACTS);
        String exit = walk.ask(new Question.Wait()).exit();
        return switch (exit) {
            case "waiting" -> stay(walk, announce);
            case "connect" -> connect(walk);
            case "cut-off" -> cutOff.apply(walk);
            case "gone" -> over(walk);
            default -> lost(walk, exit);
        };
    }

    private Next stay(Walk walk, boolean announce) {
        if (walk.find(Values.AGENT).isPresent()) {
            walk.forget(Values.AGENT);
            if (walk.find("queue.cut-off").equals(Optional.of("true")) && cutOff.isPresent()) {
                return new Go(cutOff.get());
            }
            if (!announcements.handedOn().isEmpty()) {
                walk.say(announcements.handedOn());
                return hold();
            }
        }
        if (walk.countSilence() >= LOOPS_PER_ANNOUNCEMENT || announce || announcements.isRingingInVain(walk)) {
            announcements.say(walk);
            walk.forgetSilences();
        }
        return hold();
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

    /** The place is kept meanwhile: an agent who is found for the caller gets them from wherever they are. */
    private Next cutOff(Walk walk) {
        return cutOff.<Next>map(Go::new).orElseGet(() -> join(walk));
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

    @Override
    public Set<String> forgets() {
        return Set.of(Values.QUEUE_FACTS, Values.AGENT);
    }

    @Override
    public List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        keys.forEach((key, target) ->
                ways.add(Way.byKey(key, target).place(Way.InQueue.TAKEN).setting(WHILE_WAITING)));
        longWait.ifPresent(target ->
                ways.add(Way.by("long-wait", target).place(Way.InQueue.TAKEN).setting(WHILE_WAITING)));
        cutOff.ifPresent(target -> ways.add(Way.by("cut-off", target).place(Way.InQueue.GIVEN_UP)));
        for (Way way : exits.ways(exit -> exit.equals("then") ? Set.of(Values.AGENT) : Set.of())) {
            ways.add(way.place(Way.InQueue.GIVEN_UP));
        }
        return ways;
    }

    @Override
    public Set<String> knownTo(Ref prompt) {
        return announcements.knownTo(prompt);
    }
}
