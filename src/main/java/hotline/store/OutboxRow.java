package hotline.store;

import hotline.phone.CarrierRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request that is not settled yet, as it was read.
 *
 * @param attempts how often it was sent; also the fence that keeps a sender who comes back late from overwriting a later one
 * @param lookups how often it was looked up since it was last sent
 */
record OutboxRow(
        String itemKey,
        String kind,
        String request,
        State state,
        int attempts,
        int lookups,
        @Nullable String problem) {
    enum State {
        WAITING,
        SENDING,
        UNKNOWN
    }

    OutboxRow sent() {
        return new OutboxRow(itemKey, kind, request, State.SENDING, attempts + 1, 0, problem);
    }

    OutboxRow lookedUp() {
        return new OutboxRow(itemKey, kind, request, State.UNKNOWN, attempts, lookups + 1, problem);
    }

    CarrierRequest carrierRequest() {
        return RequestJson.read(kind, request);
    }

    boolean isDial() {
        return kind.equals(CarrierRequest.Dial.class.getSimpleName());
    }

    /** Whether doing it twice is the same as doing it once. */
    boolean isRepeatable() {
        return kind.equals(CarrierRequest.Redirect.class.getSimpleName())
                || kind.equals(CarrierRequest.HangUp.class.getSimpleName())
                || kind.equals(CarrierRequest.TakePart.class.getSimpleName())
                || kind.equals(CarrierRequest.LookIn.class.getSimpleName())
                || kind.equals(CarrierRequest.DeleteRecording.class.getSimpleName());
    }
}
