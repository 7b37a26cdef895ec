package hotline.queue;

import hotline.agent.AgentState;
import hotline.agent.Agents;
import hotline.phone.CallSid;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Agents who ask a colleague while their caller is on hold. The question is a contact of its own, a consult, with the agent as
 * its caller; who takes it comes into the caller's room. It ends with the caller handed over, or with things as they were.
 */
public final class Consults implements ConversationListener {
    private static final Duration LONGEST_RINGING = Duration.ofSeconds(60);

    private final Tables tables;
    private final Agents agents;
    private final Endings endings;
    private final Dispatcher dispatcher;
    private final Rooms rooms;
    private final Effects effects;

    Consults(Tables tables, Agents agents, Endings endings, Dispatcher dispatcher, Rooms rooms, Effects effects) {
        this.tables = tables;
        this.agents = agents;
        this.endings = endings;
        this.dispatcher = dispatcher;
        this.rooms = rooms;
        this.effects = effects;
    }

    /** What became of the wish to speak with a colleague. */
    public enum Asked {
        /** Their phone rings, or is about to; for a handover the caller waits for them. */
        YES,
        /** The agent has no caller. */
        NO_CALLER,
        /** The agent asks somebody already. */
        ALREADY,
        /** Nobody who was asked for is free. */
        NOBODY
    }

    /** Puts the agent's caller on hold and has a colleague rung. */
    public Asked ask(Handle handle, String username, Destination whom, Instant now) {
        Optional<Contact> talking = endings.findTalking(handle, username);
        if (talking.isEmpty()) {
            return Asked.NO_CALLER;
        }
        Contact parent = talking.get();
        tables.contacts.lock(handle, parent.id());
        if (tables.contacts.findConsult(handle, parent.id()).isPresent()) {
            return Asked.ALREADY;
        }
        if (!isAnybodyFree(handle, whom, Optional.of(username), now)) {
            return Asked.NOBODY;
        }
        Contact consult = consult(handle, parent, whom, now);
        if (!tables.contacts.insert(handle, consult, tables.contacts.listFacts(handle, parent.id()))) {
            throw new IllegalStateException("the consult about contact " + parent.id() + " could not be kept");
        }
        hold(handle, parent, true, now);
        effects.deadline(handle, Effects.CONTACT_EXPIRY, consult.id().toString(), now.plus(LONGEST_RINGING));
        effects.tellContact(handle, parent.id());
        dispatcher.changed(handle, now);
        return Asked.YES;
    }

    private Contact consult(Handle handle, Contact parent, Destination whom, Instant now) {
        UUID id = UUID.randomUUID();
        CallSid leg = tables.reservations
                .get(handle, parent.getReservation())
                .leg()
                .orElseThrow(() -> new IllegalStateException("the agent of contact " + parent.id() + " has no leg"));
        return new Contact(
                id,
                ContactKind.CONSULT,
                ContactState.WAITING,
                Optional.empty(),
                whom instanceof Destination.ToSkill skill ? skill.skill() : parent.skill(),
                parent.topic(),
                parent.language(),
                Contact.CONSULT,
                now,
                now,
                now,
                parent.caller(),
                leg,
                Optional.empty(),
                Optional.empty(),
                0,
                new Links(parent.links().room(), Optional.of(parent.id()), Optional.empty(), Optional.of(whom)));
    }

    /** Whether somebody could be rung at once, other than {@code but}. */
    boolean isAnybodyFree(Handle handle, Destination whom, Optional<String> but, Instant now) {
        return agents.listSignedIn(handle).stream()
                .filter(agent -> agent.state() == AgentState.AVAILABLE
                        && agent.endpoint().isPresent())
                .filter(agent -> !agent.isOutOfReach(now) && !but.equals(Optional.of(agent.username())))
                .anyMatch(whom::isFor);
    }

    /** Back to the caller: the colleague is let go, or their phone stops ringing. False if nobody was asked. */
    public boolean cancel(Handle handle, String username, Instant now) {
        Optional<Contact> parent = endings.findTalking(handle, username);
        return parent.flatMap(contact -> tables.contacts.findConsult(handle, contact.id()))
                .filter(consult -> end(handle, consult, ContactOutcome.LEFT, now))
                .isPresent();
    }

    /** Hands the caller over to the colleague who was asked; false if there is none on the line. */
    public boolean complete(Handle handle, String username, Instant now) {
        return endings.findTalking(handle, username)
                .filter(parent -> carriesOn(handle, parent, now))
                .isPresent();
    }

    /** An agent who hangs up while a colleague is on the line has handed the caller over. */
    @Override
    public boolean carriesOn(Handle handle, Contact parent, Instant now) {
        tables.contacts.lock(handle, parent.id());
        Optional<Contact> consult = tables.contacts
                .findConsult(handle, parent.id())
                .filter(asked -> asked.state() == ContactState.CONNECTED);
        if (consult.isEmpty()) {
            return false;
        }
        tables.contacts.lock(handle, consult.get().id());
        Contact locked =
                tables.contacts.get(handle, consult.get().id()); // the other agent may have left before the lock
        if (locked.state() != ContactState.CONNECTED || !endings.handOver(handle, parent, locked, now)) {
            return false;
        }
        hold(handle, parent, false, now);
        return true;
    }

    private void hold(Handle handle, Contact parent, boolean hold, Instant now) {
        rooms.change(handle, parent.call(), parent.links().room(), part -> part.onHold(hold), now);
    }

    /** Ends a consult and takes the caller off hold, if they are still there. */
    private boolean end(Handle handle, Contact consult, ContactOutcome outcome, Instant now) {
        if (tables.moves.finishUnanswered(handle, consult.id(), outcome, now)) {
            tables.contacts.get(handle, consult.id()).reservation().ifPresent(id -> endings.withdraw(handle, id, now));
            backToCaller(handle, consult, now);
            dispatcher.changed(handle, now);
            return true;
        }
        return endings.endConversation(handle, tables.contacts.get(handle, consult.id()), now);
    }

    private void backToCaller(Handle handle, Contact consult, Instant now) {
        Contact parent = tables.contacts.get(handle, consult.getParent());
        if (parent.state() == ContactState.CONNECTED) {
            hold(handle, parent, false, now);
        }
        effects.tellContact(handle, parent.id());
    }

    @Override
    public void over(Handle handle, Contact contact, Instant now) {
        if (contact.kind() == ContactKind.CONSULT) {
            backToCaller(handle, contact, now);
        } else {
            tables.contacts
                    .findConsult(handle, contact.id())
                    .ifPresent(consult -> end(handle, consult, ContactOutcome.ABANDONED, now));
        }
    }

    /** One agent who was asked says no: that is the answer. Of several the next one is rung, while there is one. */
    @Override
    public void refused(Handle handle, Reservation reservation, ReservationState how, Instant now) {
        Contact contact = tables.contacts.get(handle, reservation.contact());
        if (contact.kind() != ContactKind.CONSULT) {
            return;
        }
        Destination whom = contact.links().target().orElseThrow();
        if (!isAnybodyFree(handle, whom, Optional.of(reservation.username()), now)) {
            ContactOutcome outcome =
                    how == ReservationState.REJECTED ? ContactOutcome.REFUSED : ContactOutcome.TIMED_OUT;
            end(handle, contact, outcome, now);
        }
    }

    /** Nobody took it in time. */
    void expire(Handle handle, UUID id, Instant now) {
        Contact contact = tables.contacts.get(handle, id);
        boolean rings = contact.state() == ContactState.WAITING || contact.state() == ContactState.RESERVED;
        if (contact.kind() == ContactKind.CONSULT && rings) {
            end(handle, contact, ContactOutcome.TIMED_OUT, now);
        }
    }
}
