package hotline;

import hotline.flow.VoiceFlows;
import hotline.phone.Language;
import hotline.queue.CallbackRules;
import hotline.queue.CallingHours;
import hotline.queue.QueueRuleSet;
import hotline.queue.RoutingRules;
import hotline.queue.SkillRules;
import hotline.queue.StaffedHours;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** Turns what flow authors write about queues into the rules of the queue. */
final class FlowQueueRules {
    /** The customer is still on the phone when a callback is booked. */
    private static final Duration FIRST_CALLBACK_AFTER = Duration.ofSeconds(30);

    private static final Duration TIME_TO_PRESS = Duration.ofSeconds(40);
    private static final Duration LONGEST_CALLBACK = Duration.ofDays(3);

    /** Where the shop is: the zone of its first number. */
    private final ZoneId zone;

    private FlowQueueRules(ZoneId zone) {
        this.zone = zone;
    }

    static QueueRuleSet of(VoiceFlows flows) {
        FlowQueueRules reader = new FlowQueueRules(flows.numbers().get(0).zone());
        Map<String, SkillRules> skills = new HashMap<>();
        Map<String, CallbackRules> callbacks = new HashMap<>();
        Map<String, StaffedHours> staffed = new HashMap<>();
        Map<String, Map<Language, String>> names = new HashMap<>();
        flows.queues().forEach(queue -> {
            skills.put(queue.skill(), skill(queue));
            names.put(queue.skill(), queue.names());
            callbacks.put(queue.skill(), reader.callbacks(queue.callbacks()));
            queue.staffed().ifPresent(hours -> staffed.put(queue.skill(), at -> flows.isStaffed(queue.skill(), at)));
        });
        var other = flows.queue(VoiceFlows.OTHER);
        return new QueueRuleSet(skills, skill(other), callbacks, reader.callbacks(other.callbacks()), staffed, names);
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
                queue.handleTime(),
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

    private CallbackRules callbacks(hotline.flow.QueueRules.Callbacks rules) {
        return new CallbackRules(
                rules.delays(),
                FIRST_CALLBACK_AFTER,
                rules.ring(),
                TIME_TO_PRESS,
                LONGEST_CALLBACK,
                new CallingHours(rules.notBefore(), rules.notAfter(), zone));
    }
}
