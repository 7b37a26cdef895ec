package hotline.queue;

import hotline.agent.Agent;
import hotline.agent.AgentMoves;
import hotline.agent.AgentState;
import hotline.agent.Agents;
import hotline.agent.Presence;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What an agent does at the desk. Where it does not apply anymore, as on a second click, it says so and changes nothing. */
public final class Desk {
    private final Tables tables;
    private final Agents agents;
    private final AgentMoves moves;
    private final Reservations reservations;
    private final Dispatcher dispatcher;
    private final Effects effects;

    Desk(
            Tables tables,
            Agents agents,
            AgentMoves moves,
            Reservations reservations,
            Dispatcher dispatcher,
            Effects effects) {
        this.tables = tables;
        this.agents = agents;
        this.moves = moves;
        this.reservations = reservations;
        this.dispatcher = dispatcher;
        this.effects = effects;
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

    private Optional<UUID> findRinging(Handle handle, String username) {
        return agents.find(handle, username)
                .filter(agent -> agent.state() == AgentState.RESERVED)
                .flatMap(Agent::activeContact)
                .flatMap(contact -> tables.contacts.get(handle, contact).reservation());
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

    /** The time for the wrap-up after a contact is over. */
    boolean expireWrapUp(Handle handle, UUID contact, Instant now) {
        Optional<String> freed = tables.contacts
                .get(handle, contact)
                .agent()
                .filter(username -> wrapUp(handle, username, contact, null, now));
        freed.ifPresent(username -> dispatcher.changed(handle, now));
        return freed.isPresent();
    }

    private boolean wrapUp(Handle handle, String username, UUID contact, @Nullable String disposition, Instant now) {
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
