package hotline.call;

import hotline.flow.Expect;
import hotline.flow.FixedPrompt;
import hotline.flow.Input;
import hotline.flow.Utterance;
import hotline.publish.FlowVersions;
import hotline.queue.Supervised;
import hotline.queue.Supervision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What a supervisor hears who wants to take part in a conversation: whose it is, then "press 1 to come in". Who does not press 1,
 * as a voicemail, hears nothing of it.
 */
final class SupervisorDialogue {
    private static final String COME_IN = "1";
    private static final Expect ONE_KEY = new Expect.Keys(1, Duration.ofSeconds(6), false);
    private static final int LAST_TRY = 2;

    private final Supervision supervision;
    private final FlowVersions versions;

    SupervisorDialogue(Supervision supervision, FlowVersions versions) {
        this.supervision = supervision;
        this.versions = versions;
    }

    /** The first words on the leg. */
    Step greet(Handle handle, Call leg, Instant now) {
        return supervision
                .answered(handle, id(leg), leg.sid(), now)
                .map(about -> new Step(
                        leg.speaking(about.language()).movedOn(), List.of(offer(about)), ONE_KEY, ConferenceRole.AGENT))
                .orElseGet(() -> goodbye(leg));
    }

    /** What follows a key, a silence, or the end of the conference. */
    Step turn(Handle handle, Call leg, Input input, Instant now) {
        if (input instanceof Input.Keys keys && keys.keys().equals(COME_IN)) {
            return supervision
                    .comeIn(handle, id(leg), leg.sid(), now)
                    .map(about -> comeIn(leg, about))
                    .orElseGet(() -> goodbye(leg));
        }
        if (input instanceof Input.Returned || leg.turn() >= LAST_TRY) {
            return new Step(leg.movedOn(), List.of(), new Expect.HangUp(), ConferenceRole.AGENT);
        }
        return greet(handle, leg, now);
    }

    private static Step comeIn(Call leg, Supervised about) {
        return new Step(
                leg.movedOn(),
                List.of(),
                new Expect.Conference(about.room()),
                new ConferenceRole(false, about.isMuted(), about.coached()));
    }

    private Utterance offer(Supervised about) {
        return versions.current().say(FixedPrompt.SUPERVISE, about.language(), Map.of("agent.name", about.agentName()));
    }

    private Step goodbye(Call leg) {
        Utterance words = versions.current().say(FixedPrompt.CONVERSATION_IS_OVER, leg.language(), Map.of());
        return new Step(leg.movedOn(), List.of(words), new Expect.HangUp(), ConferenceRole.AGENT);
    }

    private static UUID id(Call leg) {
        return leg.ref().orElseThrow();
    }
}
