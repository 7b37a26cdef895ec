package hotline.queue;

import hotline.phone.CallSid;
import hotline.phone.CarrierRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/**
 * Who is on hold, muted, or heard by one alone in a conversation. What is wanted is kept here; each request to the carrier says
 * all of it, one that is out of date before it leaves is dropped, and one that arrives out of date is put right afterwards.
 */
final class Rooms {
    static final String TAKE_PART = "take-part";

    /** The webhook that tells what somebody on hold hears. */
    static final String HOLD_PATH = "/twilio/hold";

    private final Tables tables;
    private final Effects effects;

    Rooms(Tables tables, Effects effects) {
        this.tables = tables;
        this.effects = effects;
    }

    Participant get(Handle handle, CallSid leg, UUID room) {
        return tables.participants
                .find(handle, leg)
                .filter(participant -> participant.room().equals(room))
                .orElseGet(() -> Participant.ordinary(leg, room));
    }

    /** Changes how a leg takes part; false if it does so already. */
    boolean change(Handle handle, CallSid leg, UUID room, UnaryOperator<Participant> change, Instant now) {
        Participant before = get(handle, leg, room);
        Participant wanted = change.apply(before);
        if (wanted.isLike(before)) {
            return false;
        }
        tables.participants.put(handle, wanted);
        ask(handle, wanted, wanted.change().toString(), now);
        return true;
    }

    /** A leg that comes in as it is to be; nothing is asked of the carrier. */
    void enter(Handle handle, Participant participant) {
        tables.participants.put(handle, participant);
    }

    /** The conversation in this room is over. */
    void close(Handle handle, UUID room) {
        tables.participants.deleteRoom(handle, room);
    }

    void leave(Handle handle, CallSid leg) {
        tables.participants.delete(handle, leg);
    }

    private void ask(Handle handle, Participant wanted, String change, Instant now) {
        CarrierRequest request = new CarrierRequest.TakePart(
                wanted.room().toString(),
                wanted.leg().value(),
                wanted.onHold(),
                HOLD_PATH,
                wanted.muted(),
                wanted.coached().map(CallSid::value).orElse(""));
        effects.takePart(handle, wanted.leg(), change, request, now);
    }

    /** Whether a request still says what is wanted. */
    boolean isCurrent(Handle handle, CallSid leg, String change) {
        return tables.participants
                .find(handle, leg)
                .filter(participant -> change.startsWith(participant.change().toString()))
                .isPresent();
    }

    /** A request has taken effect or failed: if another was wanted meanwhile, that one is asked for once more. */
    void asked(Handle handle, CallSid leg, String change, Instant now) {
        Optional<Participant> wanted = tables.participants.find(handle, leg);
        wanted.filter(participant -> !change.startsWith(participant.change().toString()))
                .ifPresent(participant ->
                        ask(handle, participant, participant.change() + "-after-" + change.substring(0, 8), now));
    }
}
