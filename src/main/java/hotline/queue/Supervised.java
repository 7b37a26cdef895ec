package hotline.queue;

import hotline.phone.CallSid;
import hotline.phone.Language;
import java.util.Optional;

/**
 * The conversation that a supervisor is about to enter.
 *
 * @param agentName who talks to the caller
 * @param language what the supervisor is spoken to in
 * @param room where it takes place
 * @param agentLeg the call to the agent
 * @param mode how the supervisor takes part
 */
public record Supervised(
        String agentName, Language language, String room, Optional<CallSid> agentLeg, SupervisionMode mode) {
    /** The leg that alone hears the supervisor; empty when everybody or nobody does. */
    public Optional<CallSid> coached() {
        return mode == SupervisionMode.COACH ? agentLeg : Optional.empty();
    }

    /** Whether nobody hears the supervisor. */
    public boolean isMuted() {
        return mode == SupervisionMode.MONITOR;
    }
}
