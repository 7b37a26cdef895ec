package hotline.call;

import hotline.phone.CallSid;

/** A turn is asked for of a call that is not kept here; to ask again does not help. */
public final class UnknownCallException extends RuntimeException {
    /** Of this leg. */
    public UnknownCallException(CallSid leg) {
        super(
                "no call " + leg + " is known: it did not begin here, or what was kept of it is gone",
                null,
                false,
                false);
    }
}
