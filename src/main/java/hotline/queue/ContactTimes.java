package hotline.queue;

import java.time.Instant;
import java.util.Optional;

/**
 * When things happened to a contact.
 *
 * @param waitingFrom when the call began to wait
 * @param reservedAt when the newest agent was set aside for it
 */
public record ContactTimes(
        Instant waitingFrom, Optional<Instant> reservedAt, Optional<Instant> connectedAt, Optional<Instant> endedAt) {}
