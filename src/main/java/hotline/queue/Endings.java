package hotline.queue;

import hotline.agent.AgentMoves;
import hotline.message.Messages;
import hotline.message.NewMessage;
import hotline.phone.CallSid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * How reservations and conversations end, and what that means for contact, agent and the legs still up. The contact's row
 * decides; once it has, the others must follow, or the tables contradict each other.
 */
final class Endings {
    /** The carrier ends the agent's leg by itself when the conference ends; it is only hung up if it is still there then. */
    private static final Duration LEG_GRACE = Duration.ofSeconds(3);

    /** Within this the carrier tells of all legs of a conference that has ended. */
    private static final Duration SAME_MOMENT = Duration.ofSeconds(3);

    /** The result of a consult: whoever was asked has nothing to record. */
    private static final String ADVICE = "advice";

    /** The template of the message to a customer who was rung back and spoke with an agent. */
    private static final String DONE_MESSAGE = "callback-done";

    private final Tables tables;
    private final AgentMoves agents;
    private final Effects effects;
    private final QueueRules rules;
    private final Messages messages;
    private final Rooms rooms;
    private final List<ConversationListener> listeners = new ArrayList<>();

    Endings(Tables tables, AgentMoves agents, Effects effects, QueueRules rules, Messages messages, Rooms rooms) {
        this.tables = tables;
        this.agents = agents;
        this.effects = effects;
        this.rules = rules;
        this.messages = messages;
        this.rooms = rooms;
    }

    /** Has somebody told of how conversations go on; while the queue is put together. */
    void tell(ConversationListener listener) {
        listeners.add(listener);
    }

    /** An agent has taken a contact, by a move made already. */
    void begin(Handle handle, Contact contact, Instant now) {
        if (contact.kind() == ContactKind.LIVE) {
            listeners.forEach(listener -> listener.began(handle, contact, now));
        }
    }

    /** The caller whom an agent talks with. */
    Optional<Contact> findTalking(Handle handle, String username) {
        return findOnCall(handle, username).filter(contact -> contact.kind() == ContactKind.LIVE);
    }

    /** The caller or the colleague whom an agent talks with. */
    Optional<Contact> findOnCall(Handle handle, String username) {
        return agents.findOnCall(handle, username)
                .map(id -> tables.contacts.get(handle, id))
                .filter(contact -> contact.state() == ContactState.CONNECTED);
    }

    /**
     * The agent did not take the contact: it waits again at its place, and they are not asked for it again for a while.
     *
     * @param missed whether that counts against the agent
     * @return false if the reservation was over
     */
    boolean refuse(Handle handle, Reservation reservation, ReservationState how, boolean missed, Instant now) {
        Contact contact = tables.contacts.get(handle, reservation.contact());
        if (!tables.moves.giveBack(handle, contact.id(), reservation.id())) {
            return false;
        }
        SkillRules skill = rules.of(contact.skill());
        must(tables.reservations.decide(handle, reservation.id(), how, now), reservation, "close");
        String username = reservation.username();
        boolean freed = missed
                ? agents.miss(handle, username, contact.id(), skill.mostMissed(), now)
                : agents.release(handle, username, contact.id());
        must(freed, reservation, "free the agent of");
        hangUpAgent(handle, reservation.id(), now);
        effects.deadline(handle, Effects.MATCH, "again:" + reservation.id(), now.plus(skill.reofferAfter()));
        effects.tellContact(handle, contact.id());
        listeners.forEach(listener -> listener.refused(handle, reservation, how, now));
        return true;
    }

    /** The contact has gone away, or lost this agent, by a move made already; the agent is free again. */
    void withdraw(Handle handle, UUID id, Instant now) {
        Reservation reservation = tables.reservations.get(handle, id);
        must(tables.reservations.decide(handle, id, ReservationState.WITHDRAWN, now), reservation, "close");
        must(agents.release(handle, reservation.username(), reservation.contact()), reservation, "free the agent of");
        hangUpAgent(handle, id, now);
    }

    /** The agent's line is gone. Returns whether the caller is left alone by that. */
    boolean loseAgent(Handle handle, Contact contact, Instant now) {
        for (ConversationListener listener : listeners) {
            if (contact.kind() == ContactKind.LIVE && listener.carriesOn(handle, contact, now)) {
                tables.moves.cutOff(handle, contact.id());
                return false;
            }
        }
        if (!endConversation(handle, contact, now)) {
            return false;
        }
        tables.moves.cutOff(handle, contact.id());
        if (contact.kind() != ContactKind.LIVE) {
            return false;
        }
        listeners.forEach(listener -> listener.cutOff(handle, contact, now));
        return true;
    }

    /** The conversation is over: the agent finishes up; what becomes of the caller is not said. False if that was so already. */
    boolean endConversation(Handle handle, Contact contact, Instant now) {
        if (!tables.moves.finishAnswered(handle, contact.id(), now)) {
            return false;
        }
        listeners.forEach(listener -> listener.over(handle, contact, now));
        boolean consult = contact.kind() == ContactKind.CONSULT;
        finishUp(handle, contact, consult ? now : now.plus(LEG_GRACE), now);
        if (!consult) {
            rooms.close(handle, contact.links().room());
        }
        effects.tellContact(handle, contact.id());
        return true;
    }

    /** The caller is with the agent who was asked about them from now on; the other one finishes up. */
    boolean handOver(Handle handle, Contact contact, Contact consult, Instant now) {
        if (!tables.moves.finishAnswered(handle, contact.id(), now)) {
            return false;
        }
        if (!tables.moves.takeOver(handle, consult.id(), contact)) {
            throw new IllegalStateException("consult " + consult.id() + " cannot take over though it was locked");
        }
        finishUp(handle, contact, now, now);
        Contact after = tables.contacts.get(handle, consult.id());
        listeners.forEach(listener -> listener.handedOver(handle, contact, after, now));
        effects.tellContact(handle, contact.id());
        effects.tellContact(handle, consult.id());
        return true;
    }

    /** Who was only asked for advice has nothing to finish up. */
    private void finishUp(Handle handle, Contact contact, Instant hangUpAt, Instant now) {
        Reservation reservation = tables.reservations.get(handle, contact.getReservation());
        boolean onlyAsked = contact.kind() == ContactKind.CONSULT || hadNotBegun(handle, contact, now);
        Instant until = onlyAsked ? now : now.plus(rules.of(contact.skill()).wrapUp());
        must(agents.wrapUp(handle, reservation.username(), contact.id(), until), reservation, "begin the wrap-up of");
        if (onlyAsked) {
            must(tables.moves.wrapUp(handle, contact.id(), ADVICE, now), reservation, "finish");
            must(agents.endWrapUp(handle, reservation.username(), contact.id(), now), reservation, "free the agent of");
            effects.deadline(handle, Effects.MATCH, "asked:" + contact.id(), now);
        } else {
            effects.deadline(handle, Effects.WRAP_UP_END, contact.id().toString(), until);
        }
        reservation.leg().ifPresent(leg -> rooms.leave(handle, leg));
        hangUpAgent(handle, reservation.id(), hangUpAt);
    }

    /**
     * Whether a colleague who had been asked got the caller only because the lines of agent and caller ended together and the
     * carrier told of the agent's first.
     */
    private boolean hadNotBegun(Handle handle, Contact contact, Instant now) {
        return contact.links().parent().isPresent()
                && contact.links()
                        .continues()
                        .filter(before -> tables.contacts.isCutOffSince(handle, before, now.minus(SAME_MOMENT)))
                        .isPresent();
    }

    /**
     * The customer who was rung back and spoke with an agent has hung up. Nobody is thanked before: the carrier may tell of the
     * agent's line first, which then looks lost, and says nothing of whether the customer is still there.
     */
    void thankAfterCallback(Handle handle, CallSid call, Instant now) {
        tables.contacts
                .findCalledBack(handle, call)
                .ifPresent(contact -> contact.caller()
                        .ifPresent(number -> messages.send(
                                handle,
                                new NewMessage(
                                        DONE_MESSAGE,
                                        number,
                                        contact.language(),
                                        tables.contacts.listFacts(handle, contact.id()),
                                        DONE_MESSAGE + ":" + contact.id()),
                                now)));
    }

    /** Ends the agent's leg if it is known and not known to be over; one not known yet is ended when it becomes known. */
    void hangUpAgent(Handle handle, UUID reservation, Instant notBefore) {
        Optional.of(tables.reservations.get(handle, reservation))
                .filter(current -> !current.legEnded())
                .flatMap(Reservation::leg)
                .ifPresent(leg -> effects.hangUpAgent(handle, reservation, leg, notBefore));
    }

    static void must(boolean done, Reservation reservation, String what) {
        if (!done) {
            throw new IllegalStateException("cannot " + what + " reservation " + reservation.id() + " of "
                    + reservation.username() + " for contact " + reservation.contact());
        }
    }
}
