package hotline.queue;

import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of the queue as it is shown.
 *
 * @param position the place among the contacts of its skill that have no agent, from 1; empty for those who have one
 *     and for callbacks whose time is far
 * @param priority higher goes first
 * @param phone empty when it is withheld
 * @param ticket the number of the ticket it is about
 * @param since when the caller first asked
 * @param notBefore when a callback is rung next, at the earliest
 * @param attempts how often the customer of a callback was rung
 * @param agent the username of the agent who is rung for it or has it
 * @param isRehearsal whether somebody only tries the flows: an agent gets it like any other, but no figure counts it
 */
public record ContactView(
        UUID id,
        ContactKind kind,
        ContactState state,
        Optional<Integer> position,
        String skill,
        String topic,
        Language language,
        int priority,
        Optional<PhoneNumber> phone,
        Optional<String> ticket,
        Instant since,
        Instant notBefore,
        int attempts,
        Optional<String> agent,
        boolean isRehearsal) {}
