package hotline.queue;

import hotline.agent.Agents;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Callers who go on to somebody else: sent without a word between the agents, or told of when they were handed over. */
public final class Transfers implements ConversationListener {
    private final Tables tables;
    private final Agents agents;
    private final Endings endings;
    private final Returns returns;
    private final Consults consults;
    private final Dispatcher dispatcher;
    private final Listeners listeners;

    Transfers(
            Tables tables,
            Agents agents,
            Endings endings,
            Returns returns,
            Consults consults,
            Dispatcher dispatcher,
            Listeners listeners) {
        this.tables = tables;
        this.agents = agents;
        this.endings = endings;
        this.returns = returns;
        this.consults = consults;
        this.dispatcher = dispatcher;
        this.listeners = listeners;
    }

    /**
     * Sends the agent's caller to the head of a queue, or of an agent's own. One agent must be free now; should they not take
     * the caller after all, everybody with the skill may.
     */
    public Consults.Asked transfer(Handle handle, String username, Destination whom, Instant now) {
        Optional<Contact> talking = endings.findTalking(handle, username);
        if (talking.isEmpty()) {
            return Consults.Asked.NO_CALLER;
        }
        boolean mayWait = whom instanceof Destination.ToSkill;
        if (!mayWait && !consults.isAnybodyFree(handle, whom, Optional.of(username), now)) {
            return Consults.Asked.NOBODY;
        }
        return sendBack(handle, talking.get(), Optional.of(whom), now) ? Consults.Asked.YES : Consults.Asked.NO_CALLER;
    }

    /** Takes the caller from their agent, who finishes up, to the head of the queue; false if the conversation is over. */
    boolean sendBack(Handle handle, Contact contact, Optional<Destination> whom, Instant now) {
        if (!endings.endConversation(handle, contact, now) || !returns.putAtHead(handle, contact, whom, now)) {
            return false;
        }
        listeners.onAgentLeft(handle, contact.call(), now);
        dispatcher.changed(handle, now);
        return true;
    }

    @Override
    public void handedOver(Handle handle, Contact before, Contact after, Instant now) {
        after.agent()
                .map(username -> agents.get(handle, username).name())
                .ifPresent(agent -> listeners.onHandedOver(handle, after.call(), agent, now));
    }

    @Override
    public void refused(Handle handle, Reservation reservation, ReservationState how, Instant now) {
        if (tables.contacts.get(handle, reservation.contact()).kind() != ContactKind.CONSULT) {
            tables.moves.forgetTarget(handle, reservation.contact());
        }
    }

    /** The one agent who was to get the contact has not; while their phone rings they still may. */
    void expireTarget(Handle handle, UUID id, Instant now) {
        Contact contact = tables.contacts.get(handle, id);
        if (contact.state() == ContactState.WAITING && tables.moves.forgetTarget(handle, id)) {
            dispatcher.changed(handle, now);
        }
    }
}
