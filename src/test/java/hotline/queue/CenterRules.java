package hotline.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The queues of the tests, and what holds in them. */
final class CenterRules {
    static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");
    static final String SKILL = "missing-order";

    static final CallbackRules CALLBACKS = new CallbackRules(
            List.of(Duration.ofMinutes(15), Duration.ofMinutes(60)),
            Duration.ofMinutes(1),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofHours(24),
            new CallingHours(LocalTime.of(8, 0), LocalTime.of(21, 0), ZoneId.of("Asia/Jakarta")));

    /** A queue whose callers go first, and wait a moment for the agent they know. */
    static final String PATIENT = "returns";

    private static final RoutingRules PATIENT_RULES = new RoutingRules(
            1,
            Duration.ofMinutes(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofHours(1),
            Duration.ofSeconds(20));

    /** Has other pauses, and nobody can tell how long its contacts take. */
    static final String OTHER_SKILL = "defective-return";

    /** Staffed at noon and for six hours after it. */
    static final String STAFFED_SKILL = "no-tracking-number";

    static final Instant CLOSING = NOON.plus(Duration.ofHours(6));

    static final QueueRules RULES = QueueRules.fixed(new QueueRuleSet(
            Map.of(PATIENT, usual(PATIENT_RULES), OTHER_SKILL, withoutHandleTime(SkillRules.USUAL)),
            SkillRules.USUAL,
            Map.of(OTHER_SKILL, withPauses(Duration.ofMinutes(3))),
            CALLBACKS,
            Map.of(STAFFED_SKILL, at -> at.isBefore(CLOSING)),
            Map.of()));

    private static CallbackRules withPauses(Duration... pauses) {
        return new CallbackRules(
                List.of(pauses),
                CALLBACKS.firstAfter(),
                CALLBACKS.ring(),
                CALLBACKS.confirm(),
                CALLBACKS.longest(),
                CALLBACKS.hours());
    }

    private static SkillRules withoutHandleTime(SkillRules usual) {
        return usual(Optional.empty(), usual.routing());
    }

    private static SkillRules usual(RoutingRules routing) {
        return usual(SkillRules.USUAL.handleTime(), routing);
    }

    private static SkillRules usual(Optional<Duration> handleTime, RoutingRules routing) {
        SkillRules usual = SkillRules.USUAL;
        return new SkillRules(
                usual.mostWaiting(),
                usual.longestWait(),
                usual.longWait(),
                usual.ring(),
                usual.expiry(),
                usual.wrapUp(),
                usual.mostMissed(),
                usual.reofferAfter(),
                handleTime,
                routing);
    }

    private CenterRules() {}
}
