package hotline.queue;

import java.util.Optional;
import java.util.UUID;

/**
 * How a contact hangs together with others.
 *
 * @param room the room in which its people meet
 * @param parent what a consult is about
 * @param continues the contact that this one carries on, after a transfer or when the agent's line was lost
 * @param target who alone is to get it; empty for everybody with the skill
 */
record Links(UUID room, Optional<UUID> parent, Optional<UUID> continues, Optional<Destination> target) {
    /** Of a contact that stands alone. */
    static Links none(UUID contact) {
        return new Links(contact, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
