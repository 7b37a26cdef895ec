package hotline.queue;

import hotline.phone.CallSid;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One caller's wish for a human, as it stands.
 *
 * @param priority higher goes first
 * @param since when the caller first asked; decides the place among equals
 * @param waitingFrom when this call began to wait: later than {@code since} for a callback that has become live
 * @param notBefore a callback is not rung before this
 * @param caller who to ring back; empty when the number was withheld
 * @param call the call that waits, or the one a callback was booked in; of a consult the leg of the agent who asks
 * @param reservation the newest reservation, while the contact is reserved or after
 * @param agent the username of the agent who took it
 * @param attempts how often the customer of a callback was rung
 * @param links how it hangs together with others
 */
record Contact(
        UUID id,
        ContactKind kind,
        ContactState state,
        Optional<ContactOutcome> outcome,
        String skill,
        String topic,
        Language language,
        int priority,
        Instant since,
        Instant waitingFrom,
        Instant notBefore,
        Optional<PhoneNumber> caller,
        CallSid call,
        Optional<UUID> reservation,
        Optional<String> agent,
        int attempts,
        Links links) {
    /**
     * A callback that may be rung within this time is in line with who waits on the phone: waits are told in minutes, and one that was just
     * booked, or is held while its customer is on the phone, keeps its place.
     */
    static final Duration SOON = Duration.ofMinutes(5);

    /** Above every contact that waits its turn. */
    static final int HEAD = 1_000;

    /** Above every caller: an agent has a caller on hold meanwhile. */
    static final int CONSULT = 2_000;

    /** A contact that stands alone. */
    Contact(
            UUID id,
            ContactKind kind,
            ContactState state,
            Optional<ContactOutcome> outcome,
            String skill,
            String topic,
            Language language,
            int priority,
            Instant since,
            Instant waitingFrom,
            Instant notBefore,
            Optional<PhoneNumber> caller,
            CallSid call,
            Optional<UUID> reservation,
            Optional<String> agent,
            int attempts) {
        this(
                id,
                kind,
                state,
                outcome,
                skill,
                topic,
                language,
                priority,
                since,
                waitingFrom,
                notBefore,
                caller,
                call,
                reservation,
                agent,
                attempts,
                Links.none(id));
    }

    /** The same one at the head of the queue, carrying on a contact that had a place before. */
    Contact atHead(Links to, Instant first) {
        return new Contact(
                id,
                kind,
                state,
                outcome,
                skill,
                topic,
                language,
                HEAD,
                first,
                waitingFrom,
                notBefore,
                caller,
                call,
                reservation,
                agent,
                attempts,
                to);
    }

    /** The room of the conference in which caller and agent meet. */
    String room() {
        return links.room().toString();
    }

    UUID getParent() {
        return links.parent().orElseThrow(() -> new IllegalStateException("contact " + id + " is about no other"));
    }

    /** Whether it has a place among those without an agent: a callback has none while its time is far. */
    boolean isInLine(Instant now) {
        return state == ContactState.RESERVED || (state == ContactState.WAITING && !notBefore.isAfter(now.plus(SOON)));
    }

    /** Who is rung back. */
    PhoneNumber getCaller() {
        return caller.orElseThrow(() -> new IllegalStateException("contact " + id + " has no number"));
    }

    UUID getReservation() {
        return reservation.orElseThrow(() -> new IllegalStateException("contact " + id + " has no reservation"));
    }
}
