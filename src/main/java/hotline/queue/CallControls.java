package hotline.queue;

import hotline.phone.CallSid;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What an agent does with the call they are on. Where it does not apply anymore it says so and changes nothing. */
public final class CallControls {
    private final Tables tables;
    private final Endings endings;
    private final Dispatcher dispatcher;
    private final Rooms rooms;
    private final Effects effects;
    private final Listeners listeners;

    CallControls(
            Tables tables, Endings endings, Dispatcher dispatcher, Rooms rooms, Effects effects, Listeners listeners) {
        this.tables = tables;
        this.endings = endings;
        this.dispatcher = dispatcher;
        this.rooms = rooms;
        this.effects = effects;
        this.listeners = listeners;
    }

    /**
     * Has the caller hear music instead of the agent, or takes them back. With a colleague on the line, taking the caller back
     * means that all three talk.
     *
     * @return false if the agent has no caller, or it is so already
     */
    public boolean hold(Handle handle, String username, boolean hold, Instant now) {
        Optional<Contact> talking = endings.findTalking(handle, username);
        return talking.isPresent()
                && change(handle, talking.get(), talking.get().call(), part -> part.onHold(hold), now);
    }

    /** Nobody hears the agent from now on, or they do again; false if they are on no call, or it is so already. */
    public boolean mute(Handle handle, String username, boolean mute, Instant now) {
        Optional<Contact> talking = endings.findOnCall(handle, username);
        Optional<CallSid> leg = talking.flatMap(contact ->
                tables.reservations.get(handle, contact.getReservation()).leg());
        return leg.isPresent() && change(handle, talking.get(), leg.get(), part -> part.muted(mute), now);
    }

    private boolean change(
            Handle handle,
            Contact contact,
            CallSid leg,
            java.util.function.UnaryOperator<Participant> change,
            Instant now) {
        boolean changed = rooms.change(handle, leg, contact.links().room(), change, now);
        if (changed) {
            effects.tellContact(handle, contact.id());
        }
        return changed;
    }

    /** The agent is done with the caller, whose call goes on without them; false if they are on no call. */
    public boolean hangUp(Handle handle, String username, Instant now) {
        return endings.findOnCall(handle, username)
                .filter(contact -> endings.endConversation(handle, contact, now))
                .map(contact -> {
                    if (contact.kind() == ContactKind.LIVE) {
                        listeners.onAgentLeft(handle, contact.call(), now);
                    }
                    dispatcher.changed(handle, now);
                    return contact;
                })
                .isPresent();
    }
}
