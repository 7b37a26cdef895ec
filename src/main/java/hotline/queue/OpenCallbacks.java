package hotline.queue;

import hotline.flow.Answer;
import hotline.phone.CallSid;
import hotline.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What a customer who rings in can do about the callback that they have open. Every method may be called again and then changes
 * nothing more.
 */
public final class OpenCallbacks {
    /** A customer who is asked about their callback is on the line to us: meanwhile they are not rung. */
    private static final Duration ON_THE_LINE = Duration.ofMinutes(1);

    private static final Answer NONE = Answer.of("none");

    private final Tables tables;
    private final Contacts contacts;
    private final AttemptEndings attempts;
    private final Reservations reservations;
    private final Waits waits;
    private final QueueRules rules;
    private final Effects effects;

    /**
     * Who rings in.
     *
     * @param caller the number the call comes from; empty when it is withheld
     * @param rehearsed whether the flows are only tried, which leaves the callbacks of customers as they are
     */
    public record Ringing(CallSid call, Optional<PhoneNumber> caller, boolean rehearsed) {}

    OpenCallbacks(
            Tables tables,
            Contacts contacts,
            AttemptEndings attempts,
            Reservations reservations,
            Waits waits,
            QueueRules rules,
            Effects effects) {
        this.tables = tables;
        this.contacts = contacts;
        this.attempts = attempts;
        this.reservations = reservations;
        this.waits = waits;
        this.rules = rules;
        this.effects = effects;
    }

    /**
     * The callback of a caller.
     *
     * @return as {@link hotline.flow.Question.FindCallback} says
     */
    public Answer find(Handle handle, Ringing ringing, Instant now) {
        Optional<Contact> open = findOpen(handle, ringing);
        open.ifPresent(callback -> hold(handle, callback, now.plus(ON_THE_LINE)));
        return open.map(callback -> new Answer("found", facts(handle, callback, now)))
                .orElse(NONE);
    }

    private Map<String, String> facts(Handle handle, Contact callback, Instant now) {
        Map<String, String> facts =
                new HashMap<>(CallbackTime.facts(callback, rules.callbacksOf(callback.skill()), now));
        facts.put("callback.number", callback.getCaller().e164());
        facts.put("callback.topic", callback.topic());
        facts.put("callback.place", Integer.toString(1 + waits.countAhead(handle, callback, now)));
        return facts;
    }

    private Optional<Contact> findOpen(Handle handle, Ringing ringing) {
        return ringing.caller().flatMap(number -> tables.contacts.findCallbackOf(handle, number, ringing.rehearsed()));
    }

    private void hold(Handle handle, Contact callback, Instant until) {
        if (callback.notBefore().isBefore(until) && tables.moves.postpone(handle, callback.id(), until)) {
            effects.deadline(handle, Effects.MATCH, "due:" + callback.id(), until);
        }
    }

    /**
     * The caller does not want to be rung back any more; a phone of theirs that rings for it stops ringing.
     *
     * @return as {@link hotline.flow.Question.CancelCallback} says
     */
    public Answer cancel(Handle handle, Ringing ringing, Instant now) {
        return findOpen(handle, ringing)
                .filter(callback -> tables.moves.cancelCallback(handle, callback.id(), now))
                .map(callback -> {
                    attempts.giveUp(handle, tables.contacts.get(handle, callback.id()), "canceled", now);
                    effects.tellContact(handle, callback.id());
                    return Answer.of("canceled");
                })
                .orElse(NONE);
    }

    /**
     * The caller waits on this call now, at the place of their callback.
     *
     * @return as {@link hotline.flow.Question.WaitInstead} says
     */
    public Answer waitInstead(Handle handle, Ringing ringing, Instant now) {
        if (tables.contacts.findOpen(handle, ringing.call()).isPresent()) {
            return Answer.of("waits");
        }
        Optional<Contact> open = findOpen(handle, ringing);
        if (open.isEmpty()) {
            return NONE;
        }
        Contact callback = open.get();
        if (waits.countAgents(handle, callback.skill(), callback.language()) == 0) {
            return Answer.of("nobody");
        }
        return becomesLive(handle, callback, ringing.call(), now) ? Answer.of("waits") : NONE;
    }

    private boolean becomesLive(Handle handle, Contact callback, CallSid call, Instant now) {
        if (tables.moves.waitInstead(handle, callback.id(), call, now)) {
            contacts.isLive(handle, callback.id(), now);
            return true;
        }
        Contact current = tables.contacts.get(handle, callback.id());
        Optional<UUID> reservation = current.reservation();
        if (reservation.isEmpty() || !tables.moves.becomeLive(handle, current.id(), reservation.get(), call, now)) {
            return false;
        }
        // An agent is held for them already and their phone rings: it stops, and the agent's begins.
        attempts.drop(handle, current.id(), "rang in", now);
        reservations.start(handle, reservation.get(), now);
        contacts.isLive(handle, current.id(), now);
        return true;
    }
}
