package hotline.queue;

import hotline.phone.CallSid;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The contact that an agent is rung for, speaks with, or finishes up after: what their card shows.
 *
 * @param state {@code DONE} during the wrap-up
 * @param phone empty when it is withheld
 * @param call the caller's leg; of a callback not yet confirmed, the call it was booked in
 * @param about facts, such as {@code order.number} and {@code ticket.number}
 * @param isRehearsal whether somebody only tries the flows
 */
public record AgentContact(
        UUID id,
        ContactKind kind,
        ContactState state,
        String skill,
        String topic,
        Language language,
        Optional<PhoneNumber> phone,
        CallSid call,
        Instant since,
        int attempts,
        Map<String, String> about,
        List<Note> notes,
        boolean isRehearsal) {
    public AgentContact {
        about = Map.copyOf(about);
        notes = List.copyOf(notes);
    }
}
