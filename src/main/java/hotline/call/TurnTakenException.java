package hotline.call;

import hotline.phone.CallSid;

/** Another node took this turn at the same instant; its answer is found by trying again. */
final class TurnTakenException extends RuntimeException {
    TurnTakenException(CallSid leg, int turn) {
        super("turn " + turn + " of " + leg + " was taken on another node", null, false, false);
    }
}
