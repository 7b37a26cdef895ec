package hotline.queue;

import hotline.agent.AgentState;
import hotline.agent.Agents;
import hotline.agent.Audit;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What a supervisor changes in the queue. Everything is kept in the {@link Audit}. */
public final class SupervisorMoves {
    private final Tables tables;
    private final Agents agents;
    private final StuckAgents stuck;
    private final Returns returns;
    private final Dispatcher dispatcher;
    private final Effects effects;
    private final Audit audit;

    // Seven: each is a part of the queue of its own, and none is used by only some of the others.
    SupervisorMoves(
            Tables tables,
            Agents agents,
            StuckAgents stuck,
            Returns returns,
            Dispatcher dispatcher,
            Effects effects,
            Audit audit) {
        this.tables = tables;
        this.agents = agents;
        this.stuck = stuck;
        this.returns = returns;
        this.dispatcher = dispatcher;
        this.effects = effects;
        this.audit = audit;
    }

    /** To the head of the queue; false if the contact does not wait. */
    public boolean moveUp(Handle handle, UUID contact, String supervisor, Instant now) {
        if (!tables.moves.moveUp(handle, contact, Optional.empty())) {
            return false;
        }
        moved(handle, contact, now);
        audit.record(handle, supervisor, "contact-moved-up", "contact:" + contact, "", now);
        return true;
    }

    /**
     * Offers a contact to one agent next; after a minute, or when they refuse, everybody with the skill may have it.
     *
     * @return false if the contact does not wait, or the agent is offline or has no phone
     */
    public boolean takeFor(Handle handle, UUID contact, String username, String supervisor, Instant now) {
        boolean isThere = agents.find(handle, username)
                .filter(agent ->
                        agent.state() != AgentState.OFFLINE && agent.endpoint().isPresent())
                .isPresent();
        if (!isThere || !tables.moves.moveUp(handle, contact, Optional.of(new Destination.ToAgent(username)))) {
            return false;
        }
        returns.aimed(handle, contact, now);
        moved(handle, contact, now);
        audit.record(handle, supervisor, "contact-aimed", "contact:" + contact, username, now);
        return true;
    }

    private void moved(Handle handle, UUID contact, Instant now) {
        effects.tellContact(handle, contact);
        dispatcher.changed(handle, now);
    }

    /**
     * Sets an agent free who is stuck: their phone is hung up, a caller goes to the head of the queue, a customer who is being rung
     * back is rung later, a wrap-up ends.
     *
     * @return false if the agent has no contact
     */
    public boolean release(Handle handle, String username, String supervisor, Instant now) {
        boolean released = agents.find(handle, username)
                .filter(agent -> stuck.release(handle, agent, now))
                .isPresent();
        if (released) {
            audit.record(handle, supervisor, "agent-released", "agent:" + username, "", now);
        }
        return released;
    }
}
