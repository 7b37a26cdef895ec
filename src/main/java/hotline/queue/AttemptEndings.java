package hotline.queue;

import hotline.message.Messages;
import hotline.message.NewMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Attempts to ring a customer back that come to nothing, and callbacks that are given up. */
final class AttemptEndings {
    /** The template of the message to a customer who was not reached. */
    static final String MISSED_MESSAGE = "callback-missed";

    static final List<AttemptState> OPEN = List.of(AttemptState.DIALING, AttemptState.ANSWERED);

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);

    private final Tables tables;
    private final Endings endings;
    private final Dispatcher dispatcher;
    private final Effects effects;
    private final QueueRules rules;
    private final Messages messages;

    AttemptEndings(
            Tables tables,
            Endings endings,
            Dispatcher dispatcher,
            Effects effects,
            QueueRules rules,
            Messages messages) {
        this.tables = tables;
        this.endings = endings;
        this.dispatcher = dispatcher;
        this.effects = effects;
        this.rules = rules;
        this.messages = messages;
    }

    /**
     * The attempt came to nothing: the agent is free, which is no fault of theirs, and the customer is tried again later or,
     * after the last attempt, told by message. Does nothing if the attempt is over.
     *
     * @param forGood whether another attempt could do no better
     */
    void fail(Handle handle, Attempt attempt, String reason, boolean forGood, Instant now) {
        // Another node may have ended it since it was read.
        tables.contacts.lock(handle, attempt.contact());
        if (!tables.attempts.get(handle, attempt.id()).state().isOpen()) {
            return;
        }
        Contact contact = tables.contacts.get(handle, attempt.contact());
        UUID reservation = attempt.reservation();
        CallbackRules callbacks = rules.callbacksOf(contact.skill());
        int spent = countSpent(handle, attempt);
        boolean last = forGood || callbacks.isLast(spent);
        boolean failed;
        if (last) {
            failed = tables.moves.finishMissed(handle, contact.id(), reservation, now);
        } else {
            Instant next = callbacks.next(contact.getCaller(), now.plus(callbacks.pauseAfter(spent)));
            failed = tables.moves.retry(handle, contact.id(), reservation, next);
            effects.deadline(handle, Effects.MATCH, "due:" + contact.id(), next);
        }
        if (failed) {
            tables.attempts.move(handle, attempt.id(), OPEN, AttemptState.FAILED, Optional.of(reason));
            endings.withdraw(handle, reservation, now);
            hangUp(handle, attempt.id(), now);
            if (last) {
                tellMissed(handle, contact, now);
            }
            effects.tellContact(handle, contact.id());
            dispatcher.changed(handle, now);
        }
    }

    /** Whether the customer is rung again if nothing comes of this attempt. */
    boolean isTriedAgain(Handle handle, Attempt attempt) {
        Contact contact = tables.contacts.get(handle, attempt.contact());
        return !rules.callbacksOf(contact.skill()).isLast(countSpent(handle, attempt));
    }

    /** Which of a callback's attempts it is, from 1, without those that we called off. */
    private int countSpent(Handle handle, Attempt attempt) {
        return attempt.number() - tables.attempts.countCalledOff(handle, attempt.contact());
    }

    /**
     * The agent held for a callback is set free: the customer's phone stops ringing, and the callback keeps its place and has one
     * attempt no less. It is not rung again at once, as whoever it is may just have picked up.
     *
     * @return false if the customer is not being rung anymore
     */
    boolean callOff(Handle handle, Contact callback, Instant now) {
        Optional<Attempt> open = tables.attempts.findOpen(handle, callback.id());
        if (open.isEmpty()) {
            return false;
        }
        Attempt attempt = open.get();
        CallbackRules callbacks = rules.callbacksOf(callback.skill());
        Instant next = callbacks.next(callback.getCaller(), now.plus(callbacks.firstAfter()));
        if (!tables.moves.retry(handle, callback.id(), attempt.reservation(), next)) {
            return false;
        }
        tables.attempts.move(handle, attempt.id(), OPEN, AttemptState.CALLED_OFF, Optional.empty());
        endings.withdraw(handle, attempt.reservation(), now);
        hangUp(handle, attempt.id(), now);
        effects.deadline(handle, Effects.MATCH, "due:" + callback.id(), next);
        effects.tellContact(handle, callback.id());
        dispatcher.changed(handle, now);
        return true;
    }

    /** A callback that was never rung, or not often enough, in all the time there was. */
    void expire(Handle handle, Contact contact, Instant now) {
        if (tables.moves.finishWaiting(handle, contact.id(), ContactOutcome.MISSED, now)) {
            tellMissed(handle, contact, now);
            effects.tellContact(handle, contact.id());
        } else {
            effects.deadline(handle, Effects.CONTACT_EXPIRY, contact.id().toString(), now.plus(LOOK_AGAIN));
        }
    }

    private void tellMissed(Handle handle, Contact contact, Instant now) {
        messages.send(
                handle,
                new NewMessage(
                        MISSED_MESSAGE,
                        contact.getCaller(),
                        contact.language(),
                        tables.contacts.listFacts(handle, contact.id()),
                        MISSED_MESSAGE + ":" + contact.id()),
                now);
    }

    /** The customer has rung in: the attempt to ring them, if there is one, is over, and a phone of theirs stops ringing. */
    void drop(Handle handle, UUID contact, String reason, Instant now) {
        tables.attempts
                .findOpen(handle, contact)
                .filter(attempt ->
                        tables.attempts.move(handle, attempt.id(), OPEN, AttemptState.FAILED, Optional.of(reason)))
                .ifPresent(attempt -> hangUp(handle, attempt.id(), now));
    }

    /** The same of a callback that is over; the agent held for it is free. */
    void giveUp(Handle handle, Contact over, String reason, Instant now) {
        drop(handle, over.id(), reason, now);
        over.reservation().ifPresent(reservation -> {
            endings.withdraw(handle, reservation, now);
            dispatcher.changed(handle, now);
        });
    }

    /** Ends the customer's leg if it is known and not known to be over; one not known yet is ended when it becomes known. */
    void hangUp(Handle handle, UUID attempt, Instant now) {
        Optional.of(tables.attempts.get(handle, attempt))
                .filter(current -> !current.legEnded())
                .flatMap(Attempt::leg)
                .ifPresent(leg -> effects.hangUpCustomer(handle, attempt, leg, now));
    }
}
