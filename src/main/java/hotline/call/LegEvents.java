package hotline.call;

import hotline.flow.Session;
import hotline.phone.CallSid;
import hotline.phone.CarrierRequest;
import hotline.queue.Accepted;
import hotline.queue.Callbacks;
import hotline.queue.Contacts;
import hotline.queue.Effects;
import hotline.queue.QueueListener;
import hotline.queue.Ratings;
import hotline.queue.Reservations;
import hotline.queue.Supervision;
import hotline.store.DueWork;
import hotline.store.Outbox;
import hotline.ticket.TicketNumber;
import hotline.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of legs between their turns: the carrier tells how they go on, an agent takes a call, a call falls silent.
 * Events come late, twice, in any order or never; a status moves forward only.
 */
public final class LegEvents implements QueueListener {
    /** Outbox keys of callers who are moved on. */
    private static final String MOVE = "move";

    /** A caller who is still where they were after this time was not moved. */
    private static final Duration SURELY_MOVED = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(LegEvents.class);

    private final CallRepository calls = new CallRepository();
    private final Contacts contacts;
    private final Reservations reservations;
    private final Callbacks callbacks;
    private final Supervision supervision;
    private final Ratings ratings;
    private final Tickets tickets;
    private final Outbox outbox;
    private final Silence silence;
    private final EarlyEnds earlyEnds;
    private final UnkeptRecordings unkeptRecordings;

    /** Joins the events to what they change; once for one outbox and due work. */
    public LegEvents(CallServices services, Outbox outbox, DueWork dueWork) {
        this.contacts = services.contacts();
        this.reservations = services.reservations();
        this.callbacks = services.callbacks();
        this.supervision = services.supervision();
        this.ratings = services.ratings();
        this.tickets = services.tickets();
        this.outbox = outbox;
        this.silence = new Silence(dueWork);
        this.earlyEnds = new EarlyEnds(dueWork);
        this.unkeptRecordings = new UnkeptRecordings(outbox, services.voicemails());
        outbox.precheck(MOVE, LegEvents::isWhereItWas);
        dueWork.on(Silence.KIND, (handle, key, now) -> close(handle, new CallSid(key), now));
    }

    Silence silence() {
        return silence;
    }

    UnkeptRecordings unkeptRecordings() {
        return unkeptRecordings;
    }

    @Override
    public void onAccepted(Handle handle, Accepted accepted, Instant now) {
        move(handle, accepted.caller(), now);
    }

    @Override
    public void onAgentLeft(Handle handle, CallSid caller, Instant now) {
        move(handle, caller, now);
        moveAgain(handle, caller, now.plus(SURELY_MOVED));
        silence.expectBack(handle, caller, now);
    }

    @Override
    public void onCallOver(Handle handle, CallSid caller, Instant now) {
        log.warn("call {} is over at the carrier, of which nothing was told; it is closed", caller);
        caller(handle, new CallStatusEvent(caller, CallStatus.COMPLETED, Optional.empty()), now);
    }

    @Override
    public void onHandedOver(Handle handle, CallSid caller, String agent, Instant now) {
        calls.findTicket(handle, caller)
                .flatMap(TicketNumber::find)
                .ifPresent(ticket -> tickets.spoke(handle, ticket, agent, Optional.of(caller), now));
    }

    /** A caller's call was answered; it is over at once if its end was told before. */
    void begun(Handle handle, CallSid call, Instant now) {
        if (earlyEnds.take(handle, call)) {
            caller(handle, new CallStatusEvent(call, CallStatus.COMPLETED, Optional.empty()), now);
        }
    }

    boolean caller(Handle handle, CallStatusEvent event, Instant now) {
        if (!moveForward(handle, event, now)) {
            if (event.status().isFinal() && calls.find(handle, event.call()).isEmpty()) {
                earlyEnds.keep(handle, event.call(), now);
            }
            return false;
        }
        if (event.status().isFinal()) {
            contacts.callerGone(handle, event.call(), now);
            askAfterwards(handle, event.call(), now);
        }
        return true;
    }

    /** Nobody rates a conversation that was rehearsed. */
    private void askAfterwards(Handle handle, CallSid sid, Instant now) {
        if (calls.find(handle, sid).flatMap(Call::rehearsal).isEmpty()) {
            ratings.afterCall(handle, sid, now);
        }
    }

    boolean agent(Handle handle, UUID reservation, CallStatusEvent event, Instant now) {
        agentSeen(handle, reservation, event.call(), now);
        moveForward(handle, event, now);
        if (event.status().isFinal()) {
            reservations.legEnded(handle, reservation, event.status().word(), now);
        }
        return true;
    }

    boolean callback(Handle handle, UUID attempt, CallStatusEvent event, Instant now) {
        callbackSeen(handle, attempt, event.call(), now);
        moveForward(handle, event, now);
        if (event.status().isFinal()) {
            callbacks.legEnded(handle, attempt, event.status().word(), now);
            contacts.callerGone(handle, event.call(), now);
            askAfterwards(handle, event.call(), now);
        }
        return true;
    }

    boolean supervisor(Handle handle, UUID id, CallStatusEvent event, Instant now) {
        supervisorSeen(handle, id, event.call(), now);
        moveForward(handle, event, now);
        if (event.status().isFinal()) {
            supervision.legEnded(handle, id, now);
        }
        return true;
    }

    /** A webhook about a leg shows that the request to ring it took effect, even if the reply to it was lost. */
    void agentSeen(Handle handle, UUID reservation, CallSid leg, Instant now) {
        outbox.seen(handle, Effects.AGENT_LEG + ":" + reservation, leg.value(), now);
    }

    /** The same of a leg that was rung for a callback. */
    void callbackSeen(Handle handle, UUID attempt, CallSid leg, Instant now) {
        outbox.seen(handle, Effects.CALLBACK_LEG + ":" + attempt, leg.value(), now);
    }

    /** The same of a leg that was rung for a supervisor. */
    void supervisorSeen(Handle handle, UUID id, CallSid leg, Instant now) {
        outbox.seen(handle, Effects.SUPERVISION_LEG + ":" + id, leg.value(), now);
    }

    private boolean moveForward(Handle handle, CallStatusEvent event, Instant now) {
        Optional<Call> call = calls.find(handle, event.call());
        if (call.isEmpty()) {
            // Nobody answered it, or the event overtook the call itself.
            return false;
        }
        CallStatus before = call.get().status();
        if (!before.canBecome(event.status())
                || !calls.updateStatus(handle, event.call(), before, event.status(), now)) {
            return false;
        }
        if (event.status().isFinal()) {
            ended(handle, call.get(), event.status().word(), now);
        }
        return true;
    }

    private void ended(Handle handle, Call call, String how, Instant now) {
        silence.over(handle, call.sid());
        calls.insertEvent(handle, call.sid(), "ended", how, now);
        calls.updateOutcome(handle, call.sid(), outcome(call), topic(call));
        call.session()
                .flatMap(Session::withoutUnfinished)
                .ifPresent(rest -> calls.updateSession(handle, call.at(rest)));
    }

    /** Where the caller left. */
    private static String outcome(Call call) {
        return call.session().map(LegEvents::place).orElse(call.kind().word());
    }

    private static Optional<String> topic(Call call) {
        return call.session().map(Session::values).map(values -> values.get("topic"));
    }

    private static String place(Session session) {
        return session.flow() + "/" + session.step();
    }

    /** Has the carrier ask for the caller's next turn now; who has gone on by then needs no moving. */
    private void move(Handle handle, CallSid caller, Instant now) {
        move(handle, caller, "", now);
    }

    /** In a conference nobody comes back to us by themselves: should the carrier lose the request, it is made once more. */
    private void moveAgain(Handle handle, CallSid caller, Instant notBefore) {
        move(handle, caller, ":again", notBefore);
    }

    private void move(Handle handle, CallSid caller, String suffix, Instant notBefore) {
        calls.find(handle, caller)
                .ifPresent(call -> outbox.put(
                        handle,
                        MOVE + ":" + caller + ":" + call.turn() + suffix,
                        new CarrierRequest.Redirect(caller.value(), call.nextPath() + "?nudge=1"),
                        notBefore));
    }

    private static boolean isWhereItWas(Handle handle, String key) {
        String[] parts = key.split(":", -1);
        return new CallRepository()
                .find(handle, new CallSid(parts[1]))
                .filter(call -> !call.status().isFinal() && call.turn() == Integer.parseInt(parts[2]))
                .isPresent();
    }

    /** Closes a call that has said nothing for longer than it can: the carrier is asked to end it, in case it lives. */
    private void close(Handle handle, CallSid sid, Instant now) {
        Optional<Call> found =
                calls.find(handle, sid).filter(call -> !call.status().isFinal());
        if (found.isEmpty()) {
            return;
        }
        Call call = found.get();
        log.warn("call {} fell silent at turn {}; it is closed", sid, call.turn());
        outbox.put(handle, "ghost:" + sid, new CarrierRequest.HangUp(sid.value()), now);
        calls.updateStatus(handle, sid, call.status(), CallStatus.COMPLETED, now);
        ended(handle, call, "fell silent", now);
        contacts.callerGone(handle, sid, now);
        switch (call.kind()) {
            case AGENT -> reservations.legEnded(handle, call.ref().orElseThrow(), CallStatus.COMPLETED.word(), now);
            case CALLBACK -> callbacks.legEnded(handle, call.ref().orElseThrow(), CallStatus.COMPLETED.word(), now);
            case SUPERVISOR -> supervision.legEnded(handle, call.ref().orElseThrow(), now);
            case CALLER -> {}
        }
    }
}
