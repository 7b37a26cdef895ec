package hotline.call;

import hotline.flow.Input;
import hotline.phone.CarrierRequest;
import hotline.store.Outbox;
import hotline.ticket.Voicemails;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * Recordings that became no message, as the breath of a caller who hung up: the carrier would keep them for ever, and nobody has
 * agreed to that.
 */
final class UnkeptRecordings {
    /** The carrier may still be busy with a recording that has just ended. */
    private static final Duration SURELY_PROCESSED = Duration.ofMinutes(1);

    private final Outbox outbox;
    private final Voicemails voicemails;

    UnkeptRecordings(Outbox outbox, Voicemails voicemails) {
        this.outbox = outbox;
        this.voicemails = voicemails;
    }

    /** A turn was taken after this input: if it was a recording that was not kept, it is deleted at the carrier. */
    void after(Handle handle, Input input, Instant now) {
        if (input instanceof Input.Recorded recorded && !voicemails.isKept(handle, recorded.url())) {
            String name = recorded.url().replaceAll(".*/", "");
            outbox.put(
                    handle,
                    "recording:" + (name.length() > 64 ? name.substring(0, 64) : name),
                    new CarrierRequest.DeleteRecording(recorded.url()),
                    now.plus(SURELY_PROCESSED));
        }
    }
}
