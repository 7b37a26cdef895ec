package hotline.call;

import hotline.flow.Expect;
import hotline.flow.FixedPrompt;
import hotline.flow.Input;
import hotline.flow.Utterance;
import hotline.flow.VoiceFlows;
import hotline.phone.Language;
import hotline.publish.FlowVersions;
import hotline.queue.Accepted;
import hotline.queue.Offer;
import hotline.queue.Reservations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What an agent hears on a leg that we rang: who is calling and why, then "press 1 to take the call". Nobody is joined who did not
 * press 1: a voicemail does not.
 */
final class AgentDialogue {
    private static final String TAKE = "1";
    private static final Expect ONE_KEY = new Expect.Keys(1, Duration.ofSeconds(6), false);

    /** The whisper is said twice; then the agent is taken for not there. */
    private static final int LAST_TRY = 2;

    private final Reservations reservations;
    private final FlowVersions versions;

    AgentDialogue(Reservations reservations, FlowVersions versions) {
        this.reservations = reservations;
        this.versions = versions;
    }

    /** The first words on the leg. */
    Step greet(Handle handle, Call leg, Instant now) {
        return offer(handle, leg, now);
    }

    /** What follows a key, a silence, or the end of the conference. */
    Step turn(Handle handle, Call leg, Input input, Instant now) {
        if (input instanceof Input.Keys keys && keys.keys().equals(TAKE)) {
            Optional<Accepted> accepted = reservations.accept(handle, reservation(leg), leg.sid(), now);
            return accepted.map(taken -> step(leg, List.of(), new Expect.Conference(taken.room())))
                    .orElseGet(() -> goodbye(leg, FixedPrompt.ALREADY_TAKEN));
        }
        if (input instanceof Input.Returned || leg.turn() >= LAST_TRY) {
            return step(leg, List.of(), new Expect.HangUp());
        }
        return offer(handle, leg, now);
    }

    private Step offer(Handle handle, Call leg, Instant now) {
        return reservations
                .offer(handle, reservation(leg), leg.sid(), now)
                .map(offer -> step(leg, whisper(offer), ONE_KEY))
                .orElseGet(() -> goodbye(leg, FixedPrompt.CALLER_HAS_LEFT));
    }

    private List<Utterance> whisper(Offer offer) {
        VoiceFlows flows = versions.current();
        Language language = offer.agentLanguage();
        Map<String, String> values = new HashMap<>(offer.about());
        values.put("topic", offer.topic());
        values.put("language", offer.language().code());
        values.put("waited-minutes", Long.toString(offer.waited().toMinutes()));
        List<Utterance> whisper = new ArrayList<>();
        offer.colleague().ifPresent(colleague -> values.put("agent.name", colleague.name()));
        boolean asks = offer.colleague().filter(Offer.Colleague::asks).isPresent();
        if (offer.colleague().isPresent() && !asks) {
            whisper.add(flows.say(FixedPrompt.WHISPER_HANDED_ON, language, values));
        }
        whisper.add(flows.say(asks ? FixedPrompt.WHISPER_CONSULT : FixedPrompt.WHISPER, language, values));
        if (values.containsKey("order.number")) {
            whisper.add(flows.say(FixedPrompt.WHISPER_ORDER, language, values));
        }
        whisper.add(flows.say(FixedPrompt.PRESS_1_TO_TAKE, language, Map.of()));
        return whisper;
    }

    private Step goodbye(Call leg, FixedPrompt words) {
        return step(leg, List.of(versions.current().say(words, leg.language(), Map.of())), new Expect.HangUp());
    }

    private static Step step(Call leg, List<Utterance> utterances, Expect expect) {
        return new Step(leg.movedOn(), utterances, expect, ConferenceRole.AGENT);
    }

    private static UUID reservation(Call leg) {
        return leg.ref().orElseThrow();
    }
}
