package hotline.call;

import hotline.flow.Expect;
import hotline.phone.CallSid;
import hotline.store.DueWork;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * The deadline of a call from which nothing is heard any more. The carrier's events may be lost for ever; a call that says
 * nothing for longer than its turn can last is a ghost, and is closed.
 */
final class Silence {
    static final String KIND = "call-silence";

    /** Longest prompt and entry; a waiting caller comes back every 20 seconds. */
    private static final Duration DIALOGUE = Duration.ofMinutes(4);

    /** The carrier ends a call by itself after this time (Twilio: four hours unless the account says otherwise). */
    private static final Duration CONVERSATION = Duration.ofHours(4);

    private final DueWork dueWork;

    Silence(DueWork dueWork) {
        this.dueWork = dueWork;
    }

    /** Sets the deadline after a turn. */
    void expect(Handle handle, CallSid leg, Expect expect, Instant now) {
        if (expect instanceof Expect.Conference) {
            dueWork.schedule(handle, KIND, leg.value(), now.plus(CONVERSATION));
        } else {
            dueWork.schedule(handle, KIND, leg.value(), now.plus(DIALOGUE));
        }
    }

    /** Sets the deadline of a caller who is asked back from a conference: they are here soon, or have left unnoticed. */
    void expectBack(Handle handle, CallSid leg, Instant now) {
        dueWork.schedule(handle, KIND, leg.value(), now.plus(DIALOGUE));
    }

    void over(Handle handle, CallSid leg) {
        dueWork.cancel(handle, KIND, leg.value());
    }
}
