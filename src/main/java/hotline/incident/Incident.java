package hotline.incident;

import hotline.phone.Language;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that callers about a topic are told, or were.
 *
 * @param endsAt when it is no longer said; in the past when it is over
 * @param endedBy the username of who ended it before its time
 * @param heard how many calls have heard it
 * @param contained of those, the calls that ended without a new ticket, a place in a queue, a callback or a voice message: what
 *     was said seems to have been what the caller needed
 */
public record Incident(
        UUID id,
        String topic,
        Map<Language, String> words,
        Instant beginsAt,
        Instant endsAt,
        String by,
        Optional<String> endedBy,
        int heard,
        int contained) {
    public Incident {
        words = Map.copyOf(words);
    }

    /** Whether callers are told now. */
    public boolean isOn(Instant now) {
        return now.isBefore(endsAt);
    }
}
