package hotline.call;

import hotline.flow.Session;
import hotline.phone.CallSid;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.util.Optional;
import java.util.UUID;

/**
 * One leg of a call as it stands.
 *
 * @param ref the reservation of an agent's leg, the attempt of a callback's, the supervision of a supervisor's
 * @param turn the number of the turn that comes next; webhooks carry it in their URL
 * @param caller the other party's number; empty when it was withheld
 * @param dialled which of our numbers was rung
 * @param flowVersion the version of the flows this call runs on until it ends
 * @param rehearsal empty for customers, and for whoever we ring about them
 * @param session where it stands in its flow; empty for legs outside a flow
 */
record Call(
        CallSid sid,
        CallKind kind,
        Optional<UUID> ref,
        int turn,
        CallStatus status,
        Optional<PhoneNumber> caller,
        Optional<PhoneNumber> dialled,
        String flowVersion,
        Optional<Rehearsal> rehearsal,
        Optional<Session> session,
        Language language) {

    /** The same call after a turn of its flow. */
    Call movedTo(Session next) {
        return with(CallKind.CALLER, turn + 1, rehearsal, Optional.of(next), next.language());
    }

    /** The same call after a turn of a dialogue outside a flow. */
    Call movedOn() {
        return with(kind, turn + 1, rehearsal, session, language);
    }

    /** The same call about to enter a flow at that session. */
    Call at(Session start) {
        return with(kind, turn, rehearsal, Optional.of(start), start.language());
    }

    /** The same call as part of a rehearsal. */
    Call rehearsed() {
        return with(kind, turn, Optional.of(Rehearsal.NOW), session, language);
    }

    /** The same call with whoever is on it spoken to in that language. */
    Call speaking(Language spoken) {
        return with(kind, turn, rehearsal, session, spoken);
    }

    private Call with(
            CallKind newKind,
            int newTurn,
            Optional<Rehearsal> newRehearsal,
            Optional<Session> newSession,
            Language newLanguage) {
        return new Call(
                sid,
                newKind,
                ref,
                newTurn,
                status,
                caller,
                dialled,
                flowVersion,
                newRehearsal,
                newSession,
                newLanguage);
    }

    /** The path of the webhook that asks for the next turn. */
    String nextPath() {
        return "/twilio/turn/" + turn;
    }
}
