package hotline.queue;

import hotline.phone.CallSid;
import hotline.phone.CarrierRequest;
import hotline.phone.Endpoint;
import hotline.phone.PhoneNumber;
import hotline.store.Changes;
import hotline.store.DueWork;
import hotline.store.Outbox;
import hotline.store.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.jdbi.v3.core.Handle;

/**
 * What a change in the queue sets off outside its tables: requests to the carrier, deadlines, news. Deadlines are never taken
 * back: one whose reason has gone does nothing, and so nobody waits for the row of a deadline that is running.
 */
public final class Effects {
    /** What the key of a request to ring an agent begins with; the reservation follows after a colon. */
    public static final String AGENT_LEG = "agent-leg";

    /** What the key of a request to ring a customer back begins with; the attempt follows after a colon. */
    public static final String CALLBACK_LEG = "callback-leg";

    /** What the key of a request to ring a supervisor who listens begins with; the supervision follows after a colon. */
    public static final String SUPERVISION_LEG = "supervision-leg";

    static final String HANG_UP_SUPERVISOR = "hang-up-supervisor";
    static final String HANG_UP_AGENT = "hang-up-agent";
    static final String HANG_UP_CALLBACK = "hang-up-callback";

    static final String RESERVATION_EXPIRY = "reservation-expiry";
    static final String ATTEMPT_EXPIRY = "attempt-expiry";
    static final String CONTACT_EXPIRY = "contact-expiry";
    static final String CONVERSATION_EXPIRY = "conversation-expiry";
    static final String WRAP_UP_END = "wrap-up-end";
    static final String SUPERVISION_EXPIRY = "supervision-expiry";
    static final String TARGET_EXPIRY = "target-expiry";
    static final String MATCH = "match";

    /** When a caller whose agent's line was lost is put at the head of the queue. */
    static final String RETURN = "return";

    /** When to look who is in a room, and what the key of the request begins with; the contact and the time follow. */
    static final String LOOK_IN = "look-in";

    /** When to look again who is in a room in which all was well. */
    static final String LOOK_AGAIN = "look-again";

    private final Outbox outbox;
    private final DueWork dueWork;
    private final Changes changes;
    private final Clock clock;

    public Effects(Outbox outbox, DueWork dueWork, Changes changes, Clock clock) {
        this.outbox = outbox;
        this.dueWork = dueWork;
        this.changes = changes;
        this.clock = clock;
    }

    Clock clock() {
        return clock;
    }

    /** Told how a request to ring somebody ended. */
    @FunctionalInterface
    interface DialListener {
        void dialed(Handle handle, UUID id, Outcome outcome, Instant now);
    }

    /** Names who is told how requests of one kind end. */
    void onDialed(String what, DialListener listener) {
        outbox.onSettled(
                what, (handle, key, outcome) -> listener.dialed(handle, id(what, key), outcome, clock.instant()));
    }

    /** Told of a request that a leg takes part in its room in a certain way. */
    @FunctionalInterface
    interface PartListener {
        void asked(Handle handle, CallSid leg, String change, Instant now);
    }

    /** Names who says whether such a request still says what is wanted, and who is told when it is settled. */
    void onTakePart(PartCheck check, PartListener listener) {
        outbox.precheck(
                Rooms.TAKE_PART,
                (handle, key) -> check.isCurrent(handle, new CallSid(key.split(":", 3)[1]), key.split(":", 3)[2]));
        outbox.onSettled(
                Rooms.TAKE_PART,
                (handle, key, outcome) -> listener.asked(
                        handle, new CallSid(key.split(":", 3)[1]), key.split(":", 3)[2], clock.instant()));
    }

    /** Says whether a request still says what is wanted. */
    @FunctionalInterface
    interface PartCheck {
        boolean isCurrent(Handle handle, CallSid leg, String change);
    }

    void takePart(Handle handle, CallSid leg, String change, CarrierRequest request, Instant now) {
        outbox.put(handle, Rooms.TAKE_PART + ":" + leg + ":" + change, request, now);
    }

    /** Names who says whether a look into a room is still wanted, and who is told what it has found. */
    void onLookIn(BiPredicate<Handle, UUID> wanted, DialListener listener) {
        outbox.precheck(LOOK_IN, (handle, key) -> wanted.test(handle, looked(key)));
        outbox.onSettled(
                LOOK_IN, (handle, key, outcome) -> listener.dialed(handle, looked(key), outcome, clock.instant()));
    }

    private static UUID looked(String key) {
        return UUID.fromString(key.split(":", 3)[1]);
    }

    void lookIn(Handle handle, UUID contact, CarrierRequest.LookIn look, Instant now) {
        outbox.put(handle, LOOK_IN + ":" + contact + ":" + now.toEpochMilli(), look, now);
    }

    /** Names who is asked whether a request of one kind is still to leave. */
    void precheck(String what, BiPredicate<Handle, UUID> wanted) {
        outbox.precheck(what, (handle, key) -> wanted.test(handle, id(what, key)));
    }

    private static UUID id(String what, String key) {
        return UUID.fromString(key.substring(what.length() + 1));
    }

    /** Names what is done when deadlines of one kind come whose key is an id. */
    void onDeadline(String kind, DeadlineHandler handler) {
        dueWork.on(kind, (handle, key, now) -> handler.due(handle, UUID.fromString(key), now));
    }

    /** Names what is done when it is time to look for pairs again. */
    void onMatch(BiConsumer<Handle, Instant> handler) {
        dueWork.on(MATCH, (handle, key, now) -> handler.accept(handle, now));
    }

    /** Called when a deadline comes. */
    @FunctionalInterface
    interface DeadlineHandler {
        void due(Handle handle, UUID id, Instant now);
    }

    /** The leg has shown itself: the request for it has taken effect, whatever became of the reply. */
    void seen(Handle handle, String what, UUID id, CallSid leg, Instant now) {
        outbox.seen(handle, what + ":" + id, leg.value(), now);
    }

    void ringAgent(Handle handle, UUID reservation, Endpoint endpoint, Duration ring, Instant notBefore) {
        String path = "/twilio/agent/" + reservation;
        put(handle, AGENT_LEG, reservation, dial(endpoint, path, ring), notBefore);
    }

    void ringCustomer(Handle handle, UUID attempt, PhoneNumber phone, Duration ring, Instant now) {
        String path = "/twilio/callback/" + attempt;
        put(handle, CALLBACK_LEG, attempt, dial(phone, path, ring), now);
    }

    void ringSupervisor(Handle handle, UUID supervision, Endpoint endpoint, Duration ring, Instant now) {
        String path = "/twilio/supervision/" + supervision;
        put(handle, SUPERVISION_LEG, supervision, dial(endpoint, path, ring), now);
    }

    void hangUpSupervisor(Handle handle, UUID supervision, CallSid leg, Instant notBefore) {
        put(handle, HANG_UP_SUPERVISOR, supervision, new CarrierRequest.HangUp(leg.value()), notBefore);
    }

    void hangUpAgent(Handle handle, UUID reservation, CallSid leg, Instant notBefore) {
        put(handle, HANG_UP_AGENT, reservation, new CarrierRequest.HangUp(leg.value()), notBefore);
    }

    void hangUpCustomer(Handle handle, UUID attempt, CallSid leg, Instant now) {
        put(handle, HANG_UP_CALLBACK, attempt, new CarrierRequest.HangUp(leg.value()), now);
    }

    private static CarrierRequest dial(Endpoint endpoint, String path, Duration ring) {
        return new CarrierRequest.Dial(endpoint.address(), path, path + "/status", (int) ring.toSeconds());
    }

    private void put(Handle handle, String what, UUID id, CarrierRequest request, Instant notBefore) {
        outbox.put(handle, what + ":" + id, request, notBefore);
    }

    void deadline(Handle handle, String kind, String key, Instant dueAt) {
        dueWork.schedule(handle, kind, key, dueAt);
    }

    void tellContact(Handle handle, UUID contact) {
        changes.tell(handle, "queue");
        changes.tell(handle, "contact:" + contact);
    }
}
