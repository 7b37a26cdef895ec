package hotline;

import hotline.flow.VoiceFlows;
import hotline.phone.PhoneNumber;
import hotline.phone.PhoneNumbers;
import hotline.queue.CallbackRules;
import hotline.queue.CallingHours;
import hotline.queue.QueueRules;
import hotline.queue.RoutingRules;
import hotline.queue.SkillRules;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns what flow authors write about queues into the rules of the queue. */
final class FlowQueueRules {
    /** The customer is still on the phone when a callback is booked. */
    private static final Duration FIRST_CALLBACK_AFTER = Duration.ofSeconds(30);

    private static final Duration USUAL_RETRY_AFTER = Duration.ofMinutes(15);
    private static final Duration TIME_TO_PRESS = Duration.ofSeconds(40);
    private static final Duration LONGEST_CALLBACK = Duration.ofDays(3);

    private FlowQueueRules() {}

    static QueueRules of(VoiceFlows flows) {
        Map<String, SkillRules> skills = new HashMap<>();
        flows.queues().forEach(queue -> skills.put(queue.skill(), skill(queue)));
        return new QueueRules(skills, skill(flows.queue(VoiceFlows.OTHER)), callbacks(flows));
    }

    private static SkillRules skill(hotline.flow.QueueRules queue) {
        SkillRules usual = SkillRules.USUAL;
        return new SkillRules(
                queue.mostWaiting(),
                queue.longestWait(),
                queue.longWait(),
                queue.ring(),
                queue.ring().plus(usual.expiry().minus(usual.ring())),
                queue.wrapUp(),
                usual.mostMissed(),
                usual.reofferAfter(),
                usual.handleTime(),
                routing(queue.routing()));
    }

    private static RoutingRules routing(hotline.flow.QueueRules.Routing routing) {
        return new RoutingRules(
                routing.priority(),
                routing.ageAfter(),
                routing.secondTierAfter(),
                routing.thirdTierAfter(),
                routing.lastAgentWithin(),
                routing.lastAgentPatience());
    }

    private static CallbackRules callbacks(VoiceFlows flows) {
        var rules = flows.queue(VoiceFlows.OTHER).callbacks();
        PhoneNumber first = flows.numbers().get(0).number();
        return new CallbackRules(
                rules.tries(),
                FIRST_CALLBACK_AFTER,
                rules.delays().stream().findFirst().orElse(USUAL_RETRY_AFTER),
                rules.ring(),
                TIME_TO_PRESS,
                LONGEST_CALLBACK,
                List.of(new CallingHours(
                        PhoneNumbers.callingCode(first),
                        flows.numbers().get(0).zone(),
                        rules.quietUntil(),
                        rules.quietFrom())));
    }
}
