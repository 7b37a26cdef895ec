package hotline.store;

import hotline.phone.CarrierRequest;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request that is not settled yet, as it was read.
 *
 * @param notBefore when it was to leave first, however often it was put off since
 * @param attempts how often it was sent; also the fence that keeps a sender who comes back late from overwriting a later one
 * @param lookups how often it was looked up since it was last sent
 */
record OutboxRow(
        String itemKey,
        String kind,
        String request,
        State state,
        Instant notBefore,
        int attempts,
        int lookups,
        @Nullable String problem) {
    /** A conversation lasts no longer. Most of what belongs to one is dropped by its precheck long before. */
    private static final Duration CONVERSATION = Duration.ofHours(4);

    /** Who has looked in vain for so long looks anew. */
    private static final Duration LOOK = Duration.ofMinutes(2);

    /** The carrier keeps a recording for ever otherwise. */
    private static final Duration DELETION = Duration.ofDays(1);

    enum State {
        WAITING,
        SENDING,
        UNKNOWN
    }

    OutboxRow sent() {
        return new OutboxRow(itemKey, kind, request, State.SENDING, notBefore, attempts + 1, 0, problem);
    }

    OutboxRow lookedUp() {
        return new OutboxRow(itemKey, kind, request, State.UNKNOWN, notBefore, attempts, lookups + 1, problem);
    }

    CarrierRequest carrierRequest() {
        return RequestJson.read(kind, request);
    }

    /** From when on it is not sent any more; what never had the time to leave is sent once even so, but for a text. */
    Instant deadline() {
        return notBefore.plus(makesSenseFor(carrierRequest()));
    }

    private static Duration makesSenseFor(CarrierRequest request) {
        if (request instanceof CarrierRequest.Text text) {
            return Duration.ofSeconds(text.validSeconds());
        }
        if (request instanceof CarrierRequest.LookIn) {
            return LOOK;
        }
        return request instanceof CarrierRequest.DeleteRecording ? DELETION : CONVERSATION;
    }

    boolean isDial() {
        return kind.equals(CarrierRequest.Dial.class.getSimpleName());
    }

    /** Whether it only asks how things are, and is worth nothing once that was told. */
    boolean isLook() {
        return kind.equals(CarrierRequest.LookIn.class.getSimpleName());
    }

    /** Whether doing it twice is the same as doing it once. */
    boolean isRepeatable() {
        return kind.equals(CarrierRequest.Redirect.class.getSimpleName())
                || kind.equals(CarrierRequest.HangUp.class.getSimpleName())
                || kind.equals(CarrierRequest.TakePart.class.getSimpleName())
                || isLook()
                || kind.equals(CarrierRequest.DeleteRecording.class.getSimpleName());
    }
}
