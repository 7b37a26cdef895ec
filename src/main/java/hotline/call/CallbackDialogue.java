package hotline.call;

import hotline.flow.Expect;
import hotline.flow.FixedPrompt;
import hotline.flow.Input;
import hotline.flow.Interpreter;
import hotline.flow.Session;
import hotline.flow.Utterance;
import hotline.flow.VoiceFlows;
import hotline.publish.FlowVersions;
import hotline.queue.CallbackOffer;
import hotline.queue.Callbacks;
import hotline.queue.Resume;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What a customer hears who is called back: who is calling, then "press 1 to talk". Whoever presses 1 goes on in the waiting room
 * of the flow, where the reserved agent comes; whoever does not (a machine, somebody else) hears nothing private.
 */
final class CallbackDialogue {
    private static final String TALK = "1";
    private static final Expect ONE_KEY = new Expect.Keys(1, Duration.ofSeconds(8), false);
    private static final int LAST_TRY = 2;

    private final Callbacks callbacks;
    private final FlowVersions versions;

    CallbackDialogue(Callbacks callbacks, FlowVersions versions) {
        this.callbacks = callbacks;
        this.versions = versions;
    }

    /** The first words on the leg. */
    Step greet(Handle handle, Call leg, Instant now) {
        Optional<CallbackOffer> offer = callbacks.answered(handle, attempt(leg), leg.sid(), now);
        return offer.map(callback -> step(
                        leg.speaking(callback.language()),
                        List.of(versions.current()
                                .say(
                                        FixedPrompt.CALLBACK_GREETING,
                                        callback.language(),
                                        Map.of("topic", callback.topic()))),
                        ONE_KEY))
                .orElseGet(() -> step(leg, List.of(), new Expect.HangUp()));
    }

    /** Where the flow goes on for a customer who pressed 1; empty for everything else, and when it is too late. */
    Optional<Session> confirmed(Handle handle, Call leg, Input input, Instant now) {
        if (!(input instanceof Input.Keys keys) || !keys.keys().equals(TALK)) {
            return Optional.empty();
        }
        return callbacks
                .confirmed(handle, attempt(leg), leg.sid(), now)
                .map(resume -> resume(versions.get(handle, leg.flowVersion()), resume));
    }

    /** Said to who pressed 1, before the waiting room. */
    Utterance connecting(Call leg) {
        return say(FixedPrompt.CALLBACK_CONNECTING, leg, Map.of());
    }

    /** What follows anything but a 1. */
    Step turn(Handle handle, Call leg, Instant now) {
        return leg.turn() >= LAST_TRY ? takeLeave(handle, leg) : greet(handle, leg, now);
    }

    private Step takeLeave(Handle handle, Call leg) {
        String again = callbacks.isTriedAgain(handle, attempt(leg)) ? "yes" : "no";
        Utterance goodbye = say(FixedPrompt.CALLBACK_GOODBYE, leg, Map.of("callback.again", again));
        return step(leg, List.of(goodbye), new Expect.HangUp());
    }

    private static Session resume(VoiceFlows flows, Resume resume) {
        Map<String, String> values = new HashMap<>(resume.about());
        values.put("topic", resume.topic());
        return new Interpreter(flows).begin(VoiceFlows.HUMAN, resume.language(), values);
    }

    private Utterance say(FixedPrompt words, Call leg, Map<String, String> values) {
        return versions.current().say(words, leg.language(), values);
    }

    private static Step step(Call leg, List<Utterance> utterances, Expect expect) {
        return new Step(leg.movedOn(), utterances, expect, ConferenceRole.CALLER);
    }

    private static UUID attempt(Call leg) {
        return leg.ref().orElseThrow();
    }
}
