package hotline.report;

import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A contact as the figures see it.
 *
 * @param isCallback whether the caller asked to be rung back, also when they have been
 * @param isCarriedOn whether it carries on another one, after a transfer or when the agent's line was lost: its caller was
 *     offered before
 * @param ticket the number of the ticket it is about
 * @param agent the username of the agent who took it
 * @param askedAt when the caller on the line entered the queue; of a callback, when they first asked for a human
 * @param connectedAt when an agent took it
 * @param endedAt when the caller was gone
 * @param wrappedUpAt when the agent had finished up
 * @param outcome what became of it, once it is over: a word of {@link hotline.queue.ContactOutcome}
 */
public record ReportedContact(
        UUID id,
        boolean isCallback,
        boolean isCarriedOn,
        String skill,
        String topic,
        Language language,
        Optional<PhoneNumber> phone,
        Optional<String> ticket,
        Optional<String> agent,
        Instant askedAt,
        Optional<Instant> connectedAt,
        Optional<Instant> endedAt,
        Optional<Instant> wrappedUpAt,
        Optional<String> outcome) {
    private static final Set<String> GAVE_UP = Set.of("abandoned", "lost");

    /** Whether an agent took it. */
    public boolean isAnswered() {
        return connectedAt.isPresent();
    }

    /** Whether it still waits for an agent. */
    public boolean isWaiting() {
        return connectedAt.isEmpty() && outcome.isEmpty();
    }

    /** Whether the caller hung up, or the call was lost, before an agent took it. */
    public boolean gaveUp() {
        return !isAnswered() && outcome.filter(GAVE_UP::contains).isPresent();
    }

    /** Whether the caller chose to be rung back while they waited; the callback is a contact of its own. */
    boolean becameCallback() {
        return outcome.filter("callback-booked"::equals).isPresent();
    }

    /** How long the caller waited, until an agent or the end; empty while they wait. */
    public Optional<Duration> waited() {
        return connectedAt.or(() -> endedAt).map(end -> Duration.between(askedAt, end));
    }

    /** How long the agent was busy with it: the conversation, also on hold, and the wrap-up; empty before that is over. */
    public Optional<Duration> handled() {
        return connectedAt.flatMap(from -> wrappedUpAt.map(to -> Duration.between(from, to)));
    }
}
