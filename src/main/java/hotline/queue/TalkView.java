package hotline.queue;

import java.util.Optional;
import java.util.UUID;

/**
 * How an agent's call stands.
 *
 * @param asker the name of the colleague who asked the agent; empty when they talk with a caller
 * @param isOnHold whether the caller hears music
 * @param isMuted whether nobody hears the agent
 * @param asked whom the agent asked last about this caller
 */
public record TalkView(UUID contact, Optional<String> asker, boolean isOnHold, boolean isMuted, Optional<Asked> asked) {
    /**
     * A colleague who was asked about the caller.
     *
     * @param consult the consult's own id
     * @param whom who was asked for
     * @param name the name of whom it was offered to last
     * @param isIn whether they are on the line
     * @param outcome what came of it, once it is over
     */
    public record Asked(
            UUID consult, Destination whom, Optional<String> name, boolean isIn, Optional<ContactOutcome> outcome) {
        /** Whether their phone rings, or they are on the line. */
        public boolean isOpen() {
            return outcome.isEmpty();
        }
    }
}
