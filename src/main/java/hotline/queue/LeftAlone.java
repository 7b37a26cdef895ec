package hotline.queue;

import hotline.phone.CallSid;
import hotline.phone.CarrierRequest;
import hotline.store.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Callers whom nobody hears. Whose agent's line was lost may say for a moment that they are done, and stands at the head of the queue
 * after it. Whose agent never came, or left without a word of it, is found out by a look into the room, and stands there at once. So is
 * a call that has ended without a word of it, and its agent is let go.
 */
public final class LeftAlone implements ConversationListener {
    /** Nobody is alone for more than ten seconds; two of them are for the carrier's replies. */
    static final Duration LONGEST = Duration.ofSeconds(8);

    /**
     * As the carrier's word of a leg that has left may be lost, as while no node is up, each room is looked into this often: whoever
     * is stuck is free within a minute.
     */
    static final Duration EVERY = Duration.ofSeconds(50);

    /** Should nothing come of a look, not even an error; one that the carrier puts off takes some two minutes. */
    private static final Duration WITHOUT_RESULT = Duration.ofMinutes(5);

    private final Tables tables;
    private final Endings endings;
    private final Returns returns;
    private final Dispatcher dispatcher;
    private final Effects effects;
    private final Listeners listeners;

    LeftAlone(
            Tables tables,
            Endings endings,
            Returns returns,
            Dispatcher dispatcher,
            Effects effects,
            Listeners listeners) {
        this.tables = tables;
        this.endings = endings;
        this.returns = returns;
        this.dispatcher = dispatcher;
        this.effects = effects;
        this.listeners = listeners;
    }

    /** Looks into every room soon; at the start of a node, as nobody may have listened before it. */
    public void begin(Handle handle, Instant now) {
        tables.contacts.listTalking(handle).forEach(contact -> lookLater(handle, contact, now));
    }

    /** Caller and agent are on their way to each other; a look tells whether they met. */
    @Override
    public void began(Handle handle, Contact contact, Instant now) {
        lookLater(handle, contact.id(), now);
    }

    @Override
    public void handedOver(Handle handle, Contact before, Contact after, Instant now) {
        lookLater(handle, after.id(), now);
    }

    /** A caller whose agent's line was lost is still on the line. */
    @Override
    public void cutOff(Handle handle, Contact contact, Instant now) {
        Instant until = now.plus(LONGEST);
        tables.moves.mayReturn(handle, contact.id(), until);
        effects.deadline(handle, Effects.RETURN, contact.id().toString(), until);
    }

    /**
     * A leg has left a room: perhaps the caller is alone in it now.
     *
     * @return whether the room is one in which an agent talks with a caller
     */
    public boolean left(Handle handle, UUID room, CallSid leg, Instant now) {
        Optional<Contact> talking = tables.contacts.findTalking(handle, room);
        talking.filter(contact -> !contact.call().equals(leg))
                .ifPresent(contact -> lookLater(handle, contact.id(), now));
        return talking.isPresent();
    }

    /** The caller has pressed a key or hung up: where they go after a lost line is for them to say from now on. */
    public boolean takesOwnWay(Handle handle, CallSid call) {
        return tables.moves.takesOwnWay(handle, call);
    }

    private void lookLater(Handle handle, UUID contact, Instant now) {
        effects.deadline(handle, Effects.LOOK_IN, contact.toString(), now.plus(LONGEST));
    }

    private void lookAgain(Handle handle, UUID contact, Instant at) {
        effects.deadline(handle, Effects.LOOK_AGAIN, contact.toString(), at);
    }

    /** It is time to look who is with the caller. */
    void look(Handle handle, UUID id, Instant now) {
        Contact contact = tables.contacts.get(handle, id);
        if (isTalking(contact)) {
            CarrierRequest.LookIn look =
                    new CarrierRequest.LookIn(contact.room(), contact.call().value(), company(handle, contact));
            effects.lookIn(handle, id, look, now);
            lookAgain(handle, id, now.plus(WITHOUT_RESULT));
        }
    }

    /** The agent, and supervisors who have joined in. A colleague who was asked is none: they get the caller if the agent is gone. */
    private List<String> company(Handle handle, Contact contact) {
        Stream<CallSid> agent = tables.reservations.get(handle, contact.getReservation()).leg().stream();
        Stream<CallSid> supervisors = tables.supervisions.listOpen(handle, contact.id()).stream()
                .filter(row -> row.isIn() && row.mode() == SupervisionMode.BARGE)
                .flatMap(row -> row.leg().stream());
        return Stream.concat(agent, supervisors).map(CallSid::value).toList();
    }

    boolean isTalking(Handle handle, UUID id) {
        return isTalking(tables.contacts.get(handle, id));
    }

    private static boolean isTalking(Contact contact) {
        return contact.kind() == ContactKind.LIVE && contact.state() == ContactState.CONNECTED;
    }

    /** What the look has found. Who is not in the room yet is looked for again, and so is who could not be seen. */
    void looked(Handle handle, UUID id, Outcome outcome, Instant now) {
        String found = outcome instanceof Outcome.Done done ? done.sid() : "";
        Contact contact = tables.contacts.get(handle, id);
        if (!isTalking(contact)) {
            return;
        }
        switch (found) {
            case CarrierRequest.LookIn.IN_COMPANY -> lookAgain(handle, id, now.plus(EVERY));
            case CarrierRequest.LookIn.ALONE -> isAlone(handle, contact, now);
            case CarrierRequest.LookIn.OVER -> isOver(handle, contact, now);
            default -> lookLater(handle, id, now);
        }
    }

    private void isAlone(Handle handle, Contact contact, Instant now) {
        if (endings.loseAgent(handle, contact, now)) {
            comeBack(handle, contact.id(), now);
            listeners.onAgentLeft(handle, contact.call(), now);
        }
    }

    private void isOver(Handle handle, Contact contact, Instant now) {
        if (endings.endConversation(handle, contact, now)) {
            listeners.onCallOver(handle, contact.call(), now);
        }
    }

    /** To the head of the queue, unless the caller has gone, has said otherwise, or stands there already. */
    void comeBack(Handle handle, UUID id, Instant now) {
        if (tables.moves.comesBack(handle, id)
                && returns.putAtHead(handle, tables.contacts.get(handle, id), Optional.empty(), now)) {
            dispatcher.changed(handle, now);
        }
    }
}
