package hotline.call;

import hotline.phone.CallSid;
import hotline.store.DueWork;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Calls whose end was told before their beginning; kept for as long as the beginning may still come. */
final class EarlyEnds {
    static final String KIND = "call-ended-early";

    /** The carrier gives up on the webhook of a ring, its fallback included, long before. */
    private static final Duration LATEST_BEGINNING = Duration.ofMinutes(10);

    private final DueWork dueWork;

    EarlyEnds(DueWork dueWork) {
        this.dueWork = dueWork;
        dueWork.on(KIND, (handle, key, now) -> {});
    }

    void keep(Handle handle, CallSid call, Instant now) {
        dueWork.schedule(handle, KIND, call.value(), now.plus(LATEST_BEGINNING));
    }

    /** Whether the end of this call was told before; says so once. */
    boolean take(Handle handle, CallSid call) {
        return dueWork.cancel(handle, KIND, call.value());
    }
}
