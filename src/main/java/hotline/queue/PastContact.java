package hotline.queue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A contact that is over, as the next agent sees it.
 *
 * @param disposition the result that the agent recorded
 * @param agent the name of the agent who took it
 */
public record PastContact(
        UUID id,
        Instant since,
        String topic,
        ContactOutcome outcome,
        Optional<String> disposition,
        Optional<String> agent,
        List<Note> notes) {
    public PastContact {
        notes = List.copyOf(notes);
    }
}
