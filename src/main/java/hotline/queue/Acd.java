package hotline.queue;

import hotline.agent.AgentMoves;
import hotline.agent.Agents;
import hotline.message.Messages;
import hotline.store.Changes;
import hotline.store.DueWork;
import hotline.store.Outbox;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The parts of the queue (in the field: automatic call distribution, ACD), put together, with their deadlines and the outcomes
 * of their requests to the carrier.
 */
public final class Acd {
    private final Tables tables = new Tables();
    private final Listeners listeners = new Listeners();
    private final Dispatcher dispatcher;
    private final Contacts contacts;
    private final Reservations reservations;
    private final Callbacks callbacks;
    private final Desk desk;
    private final Endings endings;

    /**
     * Puts the queue together; once for one outbox and due work.
     *
     * @param numbers which numbers are rung back
     */
    public Acd(
            Agents agents,
            Messages messages,
            QueueRules rules,
            CallbackNumbers numbers,
            Outbox outbox,
            DueWork dueWork,
            Changes changes) {
        AgentMoves moves = new AgentMoves(agents);
        Effects effects = new Effects(outbox, dueWork, changes);
        endings = new Endings(tables, moves, effects, rules);
        dispatcher = new Dispatcher(tables, agents, moves, effects, rules);
        contacts = new Contacts(tables, new Waits(tables, agents, rules), endings, dispatcher, effects, rules);
        reservations = new Reservations(tables, agents, moves, endings, dispatcher, effects, listeners);
        AttemptEndings attemptEndings =
                new AttemptEndings(tables, endings, dispatcher, effects, rules.callbacks(), messages);
        Bookings bookings = new Bookings(tables, contacts, effects, rules.callbacks(), numbers);
        callbacks = new Callbacks(tables, contacts, bookings, attemptEndings, dispatcher, effects);
        desk = new Desk(tables, agents, moves, reservations, dispatcher, effects);
        setDeadlines(dueWork);
    }

    private void setDeadlines(DueWork dueWork) {
        dueWork.on(Effects.MATCH, (handle, key, now) -> dispatcher.match(handle, now));
        dueWork.on(
                Effects.RESERVATION_EXPIRY,
                (handle, key, now) -> reservations.expire(handle, UUID.fromString(key), now));
        dueWork.on(
                Effects.ATTEMPT_EXPIRY,
                (handle, key, now) -> callbacks.expireAttempt(handle, UUID.fromString(key), now));
        dueWork.on(Effects.CONTACT_EXPIRY, (handle, key, now) -> {
            contacts.expire(handle, UUID.fromString(key), now);
            callbacks.expire(handle, UUID.fromString(key), now);
        });
        dueWork.on(Effects.CONVERSATION_EXPIRY, this::expireConversation);
        dueWork.on(Effects.WRAP_UP_END, (handle, key, now) -> desk.expireWrapUp(handle, UUID.fromString(key), now));
    }

    private void expireConversation(Handle handle, String key, Instant now) {
        endings.endConversation(handle, tables.contacts.get(handle, UUID.fromString(key)), now);
    }

    /** Callers on the line. */
    public Contacts contacts() {
        return contacts;
    }

    /** Agents' phones. */
    public Reservations reservations() {
        return reservations;
    }

    /** Customers who are rung back. */
    public Callbacks callbacks() {
        return callbacks;
    }

    /** What agents do at the desk. */
    public Desk desk() {
        return desk;
    }

    /** What makes pairs; needed where something outside the queue made one possible, as a new skill of an agent. */
    public Dispatcher dispatcher() {
        return dispatcher;
    }

    /** Has somebody told of what callers must be told. */
    public void listen(QueueListener listener) {
        listeners.add(listener);
    }
}
