package hotline.queue;

import hotline.phone.CallSid;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * A contact moves on. Each move is a conditional update and says whether it was made: of two that come at the same moment, as
 * a hang-up and an agent's key, exactly one is.
 */
final class ContactMoves {
    /** Waiting, now set aside for an agent. {@code attempts} is one more when the customer is to be rung. */
    boolean reserve(Handle handle, Contact contact, UUID reservation, int attempts) {
        return done(handle.createUpdate("""
                        update contact set state = 'reserved', reservation_id = :reservation, attempts = :attempts
                        where id = :id and state = 'waiting'""")
                .bind("reservation", reservation)
                .bind("attempts", attempts)
                .bind("id", contact.id()));
    }

    /** A callback that waits is not rung before a time. */
    boolean postpone(Handle handle, UUID contact, Instant notBefore) {
        return done(handle.createUpdate("""
                        update contact set not_before = :notBefore where id = :id and state = 'waiting'""").bind("notBefore", notBefore).bind("id", contact));
    }

    /** A callback that waits for its time waits for an agent only. */
    boolean hasten(Handle handle, UUID contact, Instant now) {
        return done(handle.createUpdate("""
                        update contact set not_before = :now
                        where id = :id and kind = 'callback' and state = 'waiting' and not_before > :now""").bind("now", now).bind("id", contact));
    }

    /** The agent did not take a contact of somebody on the line: waiting again, at the same place. */
    boolean giveBack(Handle handle, UUID contact, UUID reservation) {
        return done(handle.createUpdate("""
                        update contact set state = 'waiting', reservation_id = null
                        where id = :id and kind <> 'callback' and state = 'reserved' and reservation_id = :reservation""").bind("reservation", reservation).bind("id", contact));
    }

    /** The customer of a callback was not reached: waiting again, at the same place, but not before a time. */
    boolean retry(Handle handle, UUID contact, UUID reservation, Instant notBefore) {
        return done(handle.createUpdate("""
                        update contact set state = 'waiting', reservation_id = null, not_before = :notBefore
                        where id = :id and kind = 'callback' and state = 'reserved'
                            and reservation_id = :reservation""")
                .bind("notBefore", notBefore)
                .bind("reservation", reservation)
                .bind("id", contact));
    }

    /** The customer of a callback is on the line and wants to talk. */
    boolean becomeLive(Handle handle, UUID contact, UUID reservation, CallSid call, Instant now) {
        return done(handle.createUpdate("""
                        update contact set kind = 'live', call_sid = :call, active_call = :call, open_callback = null,
                            waiting_from = :now
                        where id = :id and kind = 'callback' and state = 'reserved' and reservation_id = :reservation""")
                .bind("call", call.value())
                .bind("now", now)
                .bind("reservation", reservation)
                .bind("id", contact));
    }

    /** An agent took it. */
    boolean connect(Handle handle, UUID contact, Reservation reservation, Instant now) {
        return done(handle.createUpdate("""
                        update contact set state = 'connected', username = :username, connected_at = :now
                        where id = :id and kind <> 'callback' and state = 'reserved' and reservation_id = :reservation""")
                .bind("username", reservation.username())
                .bind("now", now)
                .bind("reservation", reservation.id())
                .bind("id", contact));
    }

    /** The place of a contact that was cut off goes to another one, once. */
    boolean resume(Handle handle, UUID contact, UUID successor) {
        return done(
                handle.createUpdate("update contact set resumed_by = :successor where id = :id and resumed_by is null")
                        .bind("successor", successor)
                        .bind("id", contact));
    }

    /** The customer of a callback that waits has rung in and waits on the line instead, at the same place. */
    boolean waitInstead(Handle handle, UUID contact, CallSid call, Instant now) {
        return done(handle.createUpdate("""
                        update contact set kind = 'live', call_sid = :call, active_call = :call, open_callback = null,
                            waiting_from = :now, not_before = :now
                        where id = :id and kind = 'callback' and state = 'waiting'""")
                .bind("call", call.value())
                .bind("now", now)
                .bind("id", contact));
    }

    /** The customer of a callback does not want it any more. */
    boolean cancelCallback(Handle handle, UUID contact, Instant now) {
        String condition = "kind = 'callback' and state in ('waiting', 'reserved')";
        return done(finish(handle, contact, ContactOutcome.CANCELED, now, condition));
    }

    /** A caller who had left the queue has left a message. */
    boolean leftMessage(Handle handle, UUID contact) {
        return done(handle.createUpdate("update contact set outcome = 'voicemail' where id = :id and outcome = 'left'")
                .bind("id", contact));
    }

    /** Nobody was asked to take it in particular, or not anymore. */
    boolean forgetTarget(Handle handle, UUID contact) {
        return done(handle.createUpdate("update contact set target = null where id = :id and target is not null")
                .bind("id", contact));
    }

    /** To the head of the queue, and perhaps for one agent alone. */
    boolean moveUp(Handle handle, UUID contact, Optional<Destination> target) {
        return done(handle.createUpdate("""
                        update contact set priority = :head, target = :target where id = :id and state = 'waiting'""")
                .bind("head", Contact.HEAD)
                .bind("target", target.map(Destination::word).orElse(null))
                .bind("id", contact));
    }

    /** The agent who was asked about a caller has them now; the contact that the consult was about is over already. */
    boolean takeOver(Handle handle, UUID consult, Contact parent) {
        return done(handle.createUpdate("""
                        update contact set kind = 'live', call_sid = :call, active_call = :call, continues_id = :parent,
                            attempts = :attempts, target = null
                        where id = :id and kind = 'consult' and state = 'connected'""")
                .bind("call", parent.call().value())
                .bind("parent", parent.id())
                .bind("attempts", parent.attempts())
                .bind("id", consult));
    }

    /** The agent's line is gone, and nobody had ended the conversation. */
    void cutOff(Handle handle, UUID contact) {
        handle.createUpdate("update contact set cut_off = true where id = :id")
                .bind("id", contact)
                .execute();
    }

    /** A caller who was cut off is put at the head of the queue at that time, unless something else comes of it before. */
    void mayReturn(Handle handle, UUID contact, Instant at) {
        handle.createUpdate("update contact set returns_at = :at where id = :id")
                .bind("at", at)
                .bind("id", contact)
                .execute();
    }

    /** A caller who was cut off goes where they want to. */
    boolean takesOwnWay(Handle handle, CallSid call) {
        return done(handle.createUpdate("""
                        update contact set returns_at = null where call_sid = :call and returns_at is not null""").bind("call", call.value()));
    }

    /** A caller who was cut off, and from whom nothing was heard since, is to be put at the head of the queue. */
    boolean comesBack(Handle handle, UUID contact) {
        return done(handle.createUpdate("""
                        update contact set returns_at = null where id = :id and returns_at is not null""").bind("id", contact));
    }

    /** Over, if no agent has it yet. */
    boolean finishUnanswered(Handle handle, UUID contact, ContactOutcome outcome, Instant now) {
        return done(finish(handle, contact, outcome, now, "state in ('waiting', 'reserved')"));
    }

    /** Over, if no agent has it or is rung for it. */
    boolean finishWaiting(Handle handle, UUID contact, ContactOutcome outcome, Instant now) {
        return done(finish(handle, contact, outcome, now, "state = 'waiting'"));
    }

    /** A callback is over after an attempt that did not reach its customer. */
    boolean finishMissed(Handle handle, UUID contact, UUID reservation, Instant now) {
        String condition = "kind = 'callback' and state = 'reserved' and reservation_id = :reservation";
        return done(
                finish(handle, contact, ContactOutcome.MISSED, now, condition).bind("reservation", reservation));
    }

    /** Over, after an agent had it. */
    boolean finishAnswered(Handle handle, UUID contact, Instant now) {
        return done(finish(handle, contact, ContactOutcome.ANSWERED, now, "state = 'connected'"));
    }

    /** The agent has finished up, with a result; without one only where there was nothing to finish up. */
    boolean wrapUp(Handle handle, UUID contact, @Nullable String disposition, Instant now) {
        return done(handle.createUpdate("""
                        update contact set wrapped_up_at = :now, disposition = :disposition
                        where id = :id and outcome = 'answered' and wrapped_up_at is null""")
                .bind("now", now)
                .bind("disposition", disposition)
                .bind("id", contact));
    }

    private static Update finish(Handle handle, UUID contact, ContactOutcome outcome, Instant now, String condition) {
        return handle.createUpdate("""
                        update contact set state = 'done', outcome = :outcome, ended_at = :now, active_call = null,
                            open_callback = null
                        where id = :id and\s""" + condition)
                .bind("outcome", outcome.word())
                .bind("now", now)
                .bind("id", contact);
    }

    private static boolean done(Update update) {
        return update.execute() == 1;
    }
}
