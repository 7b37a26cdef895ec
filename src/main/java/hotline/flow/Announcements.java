package hotline.flow;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is said in a waiting room. An estimate that is higher than the one told before is only told together with why; where the
 * author has no words for that, the caller is left with what they heard.
 *
 * @param ringing says that an agent's phone rings; said in place of the others
 * @param place says the place in the queue
 * @param estimate says how long it may take
 * @param unknown says that nobody can tell how long; in place of the estimate
 * @param grown says why it takes longer than was told; before the estimate
 * @param offer says what the keys do
 * @param handedOn says that the agent has passed the caller on
 * @param connected says who the caller is about to speak with
 */
record Announcements(
        List<Ref> ringing,
        List<Ref> place,
        List<Ref> estimate,
        List<Ref> unknown,
        List<Ref> grown,
        List<Ref> offer,
        List<Ref> handedOn,
        List<Ref> connected) {
    private static final String LOW = "estimate-low";
    private static final String HIGH = "estimate-high";
    private static final String PLACE = "place";
    private static final String AGENTS = "agents";
    private static final String TOLD_RINGING = Values.TOLD + "ringing";

    static Announcements read(StepFields fields) {
        return new Announcements(
                fields.prompts("ringing", "means.ringing"),
                fields.prompts("place", "means.place"),
                fields.prompts("estimate", "means.estimate"),
                fields.findPrompts("estimate-unknown"),
                fields.findPrompts("estimate-grown"),
                fields.prompts("offer", "means.offer"),
                fields.findPrompts("handed-on"),
                fields.prompts("connected", "means.connected"));
    }

    /** Says how the wait goes, by the facts at hand. */
    void say(Walk walk) {
        walk.forget(TOLD_RINGING);
        if (isRinging(walk)) {
            walk.set(TOLD_RINGING, "true");
            walk.say(ringing);
            return;
        }
        walk.say(place);
        if (number(walk, Values.QUEUE_FACTS + HIGH).isPresent()) {
            sayEstimate(walk);
        } else {
            walk.say(unknown);
        }
        walk.say(offer);
    }

    /** Whether the caller heard that an agent's phone rings, and it rings no more: they wait again, without having heard where and which keys there are. */
    boolean isRingingInVain(Walk walk) {
        return walk.find(TOLD_RINGING).isPresent() && !isRinging(walk);
    }

    private static boolean isRinging(Walk walk) {
        return walk.find("queue.ringing").equals(Optional.of("true"));
    }

    private void sayEstimate(Walk walk) {
        Optional<String> why = whyGrown(walk);
        if (why.isPresent() && grown.isEmpty()) {
            return;
        }
        why.ifPresent(reason -> {
            walk.set(Values.GROWN, reason);
            walk.say(grown);
        });
        walk.say(estimate);
        for (String name : List.of(HIGH, PLACE, AGENTS)) {
            walk.find(Values.QUEUE_FACTS + name).ifPresent(told -> walk.set(Values.TOLD + name, told));
        }
    }

    /** Why the estimate is higher than told: fewer agents, somebody who goes before, or calls that take longer; empty if it is not. */
    private static Optional<String> whyGrown(Walk walk) {
        if (!isMore(walk, Values.QUEUE_FACTS + HIGH, Values.TOLD + HIGH)) {
            return Optional.empty();
        }
        if (isMore(walk, Values.TOLD + AGENTS, Values.QUEUE_FACTS + AGENTS)) {
            return Optional.of("agents");
        }
        return Optional.of(isMore(walk, Values.QUEUE_FACTS + PLACE, Values.TOLD + PLACE) ? "place" : "calls");
    }

    private static boolean isMore(Walk walk, String one, String other) {
        Optional<Integer> than = number(walk, other);
        return than.isPresent() && number(walk, one).filter(n -> n > than.get()).isPresent();
    }

    private static Optional<Integer> number(Walk walk, String name) {
        return walk.find(name).filter(text -> text.matches("[0-9]{1,6}")).map(Integer::valueOf);
    }

    /** The values that are known when this prompt is said; they are read anew each time. */
    Set<String> knownTo(Ref prompt) {
        Set<String> known = new HashSet<>();
        if (connected.contains(prompt)) {
            known.add(Values.AGENT);
        } else if (!handedOn.contains(prompt)) {
            known.add(Values.QUEUE_FACTS + PLACE);
        }
        if (estimate.contains(prompt) || grown.contains(prompt)) {
            known.addAll(Set.of(Values.QUEUE_FACTS + LOW, Values.QUEUE_FACTS + HIGH));
        }
        if (grown.contains(prompt)) {
            known.add(Values.GROWN);
        }
        return known;
    }
}
