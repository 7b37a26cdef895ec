package hotline.queue;

import hotline.agent.Agent;
import hotline.agent.AgentMoves;
import hotline.agent.AgentState;
import hotline.agent.Agents;
import hotline.agent.Presence;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What an agent does at the desk. Where it does not apply anymore, as on a second click, it says so and changes nothing. */
public final class Desk {
    /** The result of a contact whose agent recorded none in all the time there was. */
    public static final String NONE_RECORDED = "none-recorded";

    /** How often a wrap-up can be put off. */
    public static final int MOST_EXTENSIONS = 2;

    private final Tables tables;
    private final Agents agents;
    private final AgentMoves moves;
    private final Reservations reservations;
    private final Dispatcher dispatcher;
    private final Effects effects;
    private final QueueRules rules;

    // Seven: each is a part of the queue of its own, and none is used by only some of the others.
    Desk(
            Tables tables,
            Agents agents,
            AgentMoves moves,
            Reservations reservations,
            Dispatcher dispatcher,
            Effects effects,
            QueueRules rules) {
        this.tables = tables;
        this.agents = agents;
        this.moves = moves;
        this.reservations = reservations;
        this.dispatcher = dispatcher;
        this.effects = effects;
        this.rules = rules;
    }

    /**
     * The agent says whether they are there. Their phone stops ringing when they are not; a call goes on, and what they said
     * applies after it.
     *
     * @return false if there is no such agent
     */
    public boolean setPresence(
            Handle handle, String username, Presence presence, Optional<String> reason, Instant now) {
        if (presence != Presence.AVAILABLE) {
            // Pairs nobody yet: the next contact would ring the agent who is about to go.
            findRinging(handle, username).ifPresent(id -> reservations.close(handle, id, now));
        }
        boolean known = agents.setPresence(handle, username, presence, reason, now);
        dispatcher.changed(handle, now);
        return known;
    }

    /** The agent does not want the contact that rings. False if nothing rings. */
    public boolean refuse(Handle handle, String username, Instant now) {
        return findRinging(handle, username)
                .filter(id -> reservations.refuse(handle, id, now))
                .isPresent();
    }

    /** Between the two reads another node may have given the contact back, or to somebody else. */
    private Optional<UUID> findRinging(Handle handle, String username) {
        return agents.find(handle, username)
                .filter(agent -> agent.state() == AgentState.RESERVED)
                .flatMap(Agent::activeContact)
                .flatMap(contact -> tables.contacts.get(handle, contact).reservation())
                .map(id -> tables.reservations.get(handle, id))
                .filter(reservation -> reservation.username().equals(username))
                .map(Reservation::id);
    }

    /** Adds a note to the contact that the agent has, or finishes up after. False if they have none. */
    public boolean note(Handle handle, String username, String text, Instant now) {
        Optional<UUID> contact = agents.find(handle, username).flatMap(Agent::activeContact);
        contact.ifPresent(id -> {
            tables.notes.insert(handle, id, username, text, now);
            effects.tellContact(handle, id);
        });
        return contact.isPresent();
    }

    /**
     * Keeps the agent's notes on a contact as they stand while they are being written, in place of what stood before. False
     * if the agent does not have that contact anymore.
     */
    public boolean keepNotes(Handle handle, String username, UUID contact, String text, Instant now) {
        boolean has = agents.find(handle, username)
                .flatMap(Agent::activeContact)
                .filter(contact::equals)
                .isPresent();
        if (has) {
            tables.notes.keep(handle, contact, username, text, now);
        }
        return has;
    }

    /**
     * The agent has finished up.
     *
     * @param disposition the result they record
     * @return false if they are not in wrap-up
     */
    public boolean endWrapUp(Handle handle, String username, String disposition, Optional<String> note, Instant now) {
        Optional<UUID> contact = agents.find(handle, username)
                .filter(agent -> agent.state() == AgentState.WRAP_UP)
                .flatMap(Agent::activeContact);
        return contact.filter(id -> wrapUp(handle, username, id, disposition, now))
                .map(id -> {
                    note.ifPresent(text -> tables.notes.insert(handle, id, username, text, now));
                    dispatcher.changed(handle, now);
                    return id;
                })
                .isPresent();
    }

    /**
     * The agent needs longer to finish up: as long again as the queue gives them, at most {@link #MOST_EXTENSIONS} times.
     *
     * @return false if they are not in wrap-up, or had that already
     */
    public boolean extendWrapUp(Handle handle, String username, Instant now) {
        return agents.find(handle, username)
                .filter(agent -> agent.state() == AgentState.WRAP_UP)
                .flatMap(Agent::activeContact)
                .filter(id -> extend(handle, username, id))
                .isPresent();
    }

    private boolean extend(Handle handle, String username, UUID contact) {
        tables.contacts.lock(handle, contact); // as the end by itself does: one of the two sees what the other did
        Duration longer = rules.of(tables.contacts.get(handle, contact).skill()).wrapUp();
        return agents.get(handle, username)
                .wrapUpUntil()
                .filter(until -> moves.extendWrapUp(handle, username, contact, until.plus(longer), MOST_EXTENSIONS))
                .isPresent();
    }

    /** Ends the wrap-up after a contact whatever time there is left; false if it is over. */
    boolean cutWrapUpShort(Handle handle, UUID contact, Instant now) {
        Optional<String> freed = tables.contacts
                .get(handle, contact)
                .agent()
                .filter(username -> wrapUp(handle, username, contact, NONE_RECORDED, now));
        freed.ifPresent(username -> dispatcher.changed(handle, now));
        return freed.isPresent();
    }

    /** The time for the wrap-up after a contact is over, unless it was put off: then nothing was recorded. */
    void expireWrapUp(Handle handle, UUID contact, Instant now) {
        tables.contacts.lock(handle, contact);
        Optional<Agent> agent = tables.contacts
                .get(handle, contact)
                .agent()
                .map(username -> agents.get(handle, username))
                .filter(finishing -> finishing.activeContact().equals(Optional.of(contact)));
        Optional<Instant> later = agent.flatMap(Agent::wrapUpUntil).filter(now::isBefore);
        if (later.isPresent()) {
            effects.deadline(handle, Effects.WRAP_UP_END, contact.toString(), later.get());
        } else {
            agent.filter(finishing -> wrapUp(handle, finishing.username(), contact, NONE_RECORDED, now))
                    .ifPresent(finishing -> dispatcher.changed(handle, now));
        }
    }

    /**
     * The page of an agent's desk is connected. Of a page that is open somebody must say so every few seconds; when nobody has
     * for {@link Agent#DESK_LOST_AFTER}, the agent is offered nothing until somebody does again.
     */
    public void seen(Handle handle, String username, Instant now) {
        boolean back = agents.find(handle, username)
                .filter(agent -> agent.isOutOfReach(now))
                .isPresent();
        agents.seeDesk(handle, username, now);
        if (back) {
            dispatcher.changed(handle, now);
        }
    }

    private boolean wrapUp(Handle handle, String username, UUID contact, String disposition, Instant now) {
        if (!tables.moves.wrapUp(handle, contact, disposition, now)) {
            return false;
        }
        if (!moves.endWrapUp(handle, username, contact, now)) {
            throw new IllegalStateException("agent " + username + " is not in wrap-up of contact " + contact);
        }
        effects.tellContact(handle, contact);
        return true;
    }
}
