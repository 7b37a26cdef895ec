package hotline.queue;

import hotline.flow.Answer;
import hotline.flow.Question;
import hotline.phone.CallSid;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import hotline.store.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Callbacks under way: the customer is rung while an agent is held, presses 1 and becomes a caller like any other, or is tried
 * again later. Every method may be called again for the same event and then changes nothing more.
 */
public final class Callbacks {
    private final Tables tables;
    private final Contacts contacts;
    private final Bookings bookings;
    private final AttemptEndings ends;
    private final Reservations reservations;
    private final Effects effects;

    Callbacks(
            Tables tables,
            Contacts contacts,
            Bookings bookings,
            AttemptEndings ends,
            Reservations reservations,
            Effects effects) {
        this.tables = tables;
        this.contacts = contacts;
        this.bookings = bookings;
        this.ends = ends;
        this.reservations = reservations;
        this.effects = effects;
    }

    /**
     * A caller wants to be rung back. A contact that waits becomes the callback and keeps its place.
     *
     * @param caller the number the call comes from; empty when it is withheld
     * @return as {@link Question.BookCallback} says: {@code booked}, {@code already} or {@code refused}
     */
    public Answer book(
            Handle handle,
            CallSid call,
            Question.BookCallback question,
            Optional<PhoneNumber> caller,
            Language language,
            Instant now) {
        return bookings.book(handle, call, question, caller, language, now);
    }

    /**
     * A callback that waits for its time is rung as soon as an agent is free, though never in the quiet hours. False if it does
     * not wait for its time.
     */
    public boolean ringNow(Handle handle, UUID contact, Instant now) {
        boolean hastened = tables.moves.hasten(handle, contact, now);
        if (hastened) {
            effects.tellContact(handle, contact);
            effects.deadline(handle, Effects.MATCH, "due:" + contact, now);
        }
        return hastened;
    }

    /**
     * The customer's phone was answered, by a person or a machine.
     *
     * @return what to say before asking for a 1; empty when it is too late
     */
    public Optional<CallbackOffer> answered(Handle handle, UUID id, CallSid leg, Instant now) {
        tables.attempts.updateLeg(handle, id, leg);
        effects.seen(handle, Effects.CALLBACK_LEG, id, leg, now);
        tables.attempts.move(handle, id, List.of(AttemptState.DIALING), AttemptState.ANSWERED, Optional.empty());
        return tables.attempts
                .find(handle, id)
                .filter(attempt -> attempt.state().isOpen())
                .map(attempt -> tables.contacts.get(handle, attempt.contact()))
                .map(contact -> new CallbackOffer(
                        contact.topic(), contact.language(), tables.contacts.listFacts(handle, contact.id())));
    }

    /** Whether the customer is rung again if nothing comes of this attempt. */
    public boolean isTriedAgain(Handle handle, UUID attempt) {
        return ends.isTriedAgain(handle, tables.attempts.get(handle, attempt));
    }

    /**
     * The customer pressed 1: the callback is a live contact now, on this call, and the agent held for it is rung.
     *
     * @return where the call goes on; empty when it is too late
     */
    public Optional<Resume> confirmed(Handle handle, UUID id, CallSid leg, Instant now) {
        Optional<Attempt> found = tables.attempts.find(handle, id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Attempt attempt = found.get();
        if (tables.moves.becomeLive(handle, attempt.contact(), attempt.reservation(), leg, now)) {
            Reservation reservation = tables.reservations.get(handle, attempt.reservation());
            Endings.must(
                    tables.attempts.move(handle, id, AttemptEndings.OPEN, AttemptState.CONFIRMED, Optional.empty()),
                    reservation,
                    "confirm the attempt of");
            tables.attempts.updateLeg(handle, id, leg);
            reservations.start(handle, reservation.id(), now);
            contacts.heardOf(handle, attempt.contact(), now);
            effects.tellContact(handle, attempt.contact());
        }
        return tables.contacts.findOpen(handle, leg).map(contact -> resume(handle, contact));
    }

    private Resume resume(Handle handle, Contact contact) {
        return new Resume(
                contact.skill(), contact.topic(), contact.language(), tables.contacts.listFacts(handle, contact.id()));
    }

    /**
     * The call to the customer is over.
     *
     * @param carrierStatus the carrier's word: {@code completed} also when a machine answered, or nobody pressed 1
     */
    public void legEnded(Handle handle, UUID id, String carrierStatus, Instant now) {
        endLeg(handle, id, now);
        tables.attempts.find(handle, id).ifPresent(attempt -> {
            if (attempt.state() == AttemptState.CONFIRMED) {
                contacts.callerGone(
                        handle, tables.contacts.get(handle, attempt.contact()).call(), now);
            } else {
                ends.fail(handle, attempt, carrierStatus, false, now);
            }
        });
    }

    private void endLeg(Handle handle, UUID id, Instant now) {
        tables.attempts.find(handle, id).ifPresent(attempt -> {
            tables.contacts.lock(handle, attempt.contact());
            tables.attempts.endLeg(handle, id, now);
        });
    }

    /** The carrier took the request to ring the customer, or refused it. */
    void dialed(Handle handle, UUID id, Outcome outcome, Instant now) {
        if (outcome instanceof Outcome.Done done) {
            boolean fresh = tables.attempts.updateLeg(handle, id, new CallSid(done.sid()));
            if (fresh && tables.attempts.get(handle, id).state().isInVain()) {
                ends.hangUp(handle, id, now);
            }
        } else if (outcome instanceof Outcome.Failed failed) {
            endLeg(handle, id, now);
            ends.fail(handle, tables.attempts.get(handle, id), "refused " + failed.code(), true, now);
        }
    }

    /** Nothing came of the attempt in time. */
    void expireAttempt(Handle handle, UUID id, Instant now) {
        ends.fail(handle, tables.attempts.get(handle, id), "expired", false, now);
    }

    /** The callback was kept for as long as callbacks are. */
    void expire(Handle handle, UUID id, Instant now) {
        Contact contact = tables.contacts.get(handle, id);
        if (contact.kind() == ContactKind.CALLBACK && contact.state() != ContactState.DONE) {
            ends.expire(handle, contact, now);
        }
    }
}
