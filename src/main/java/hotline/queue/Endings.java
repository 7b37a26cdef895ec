package hotline.queue;

import hotline.agent.AgentMoves;
import hotline.message.Messages;
import hotline.message.NewMessage;
import java.time.Duration;
import java.time.Instant;
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

    /** The template of the message to a customer who was rung back and spoke with an agent. */
    private static final String DONE_MESSAGE = "callback-done";

    private final Tables tables;
    private final AgentMoves agents;
    private final Effects effects;
    private final QueueRules rules;
    private final Messages messages;

    Endings(Tables tables, AgentMoves agents, Effects effects, QueueRules rules, Messages messages) {
        this.tables = tables;
        this.agents = agents;
        this.effects = effects;
        this.rules = rules;
        this.messages = messages;
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
        return true;
    }

    /** The contact has gone away, or lost this agent, by a move made already; the agent is free again. */
    void withdraw(Handle handle, UUID id, Instant now) {
        Reservation reservation = tables.reservations.get(handle, id);
        must(tables.reservations.decide(handle, id, ReservationState.WITHDRAWN, now), reservation, "close");
        must(agents.release(handle, reservation.username(), reservation.contact()), reservation, "free the agent of");
        hangUpAgent(handle, id, now);
    }

    /** Caller and agent have spoken: the agent finishes up. False if that was so already. */
    boolean endConversation(Handle handle, Contact contact, Instant now) {
        if (!tables.moves.finishAnswered(handle, contact.id(), now)) {
            return false;
        }
        Reservation reservation = tables.reservations.get(handle, contact.getReservation());
        Instant until = now.plus(rules.of(contact.skill()).wrapUp());
        must(agents.wrapUp(handle, reservation.username(), contact.id(), until), reservation, "begin the wrap-up of");
        effects.deadline(handle, Effects.WRAP_UP_END, contact.id().toString(), until);
        hangUpAgent(handle, reservation.id(), now.plus(LEG_GRACE));
        effects.tellContact(handle, contact.id());
        thankAfterCallback(handle, contact, now);
        return true;
    }

    private void thankAfterCallback(Handle handle, Contact contact, Instant now) {
        if (contact.attempts() > 0) {
            contact.caller()
                    .ifPresent(number -> messages.send(
                            handle,
                            new NewMessage(
                                    DONE_MESSAGE,
                                    number,
                                    contact.language(),
                                    tables.contacts.listFacts(handle, contact.id()),
                                    DONE_MESSAGE + ":" + contact.id()),
                            now));
        }
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
