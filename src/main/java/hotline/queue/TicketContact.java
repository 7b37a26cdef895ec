package hotline.queue;

import hotline.phone.CallSid;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A contact as part of the story of the ticket it is about.
 *
 * @param isCallback whether the customer was rung back, or is to be
 * @param waitingFrom when it began to wait
 * @param outcome what became of it, once it is over
 * @param disposition the result that the agent recorded
 * @param agent the name of the agent who took it
 */
public record TicketContact(
        UUID id,
        boolean isCallback,
        String topic,
        CallSid call,
        Instant waitingFrom,
        Optional<Instant> connectedAt,
        Optional<Instant> endedAt,
        Optional<ContactOutcome> outcome,
        Optional<String> disposition,
        Optional<String> agent,
        List<Note> notes) {
    public TicketContact {
        notes = List.copyOf(notes);
    }
}
