package hotline.queue;

import hotline.phone.CallSid;
import java.util.Optional;
import java.util.UUID;

/**
 * One attempt to ring the customer of a callback.
 *
 * @param number counts from 1
 * @param leg the carrier's name of the call to the customer, once it is known
 * @param legEnded whether that call is over
 */
record Attempt(
        UUID id,
        UUID contact,
        UUID reservation,
        int number,
        AttemptState state,
        Optional<CallSid> leg,
        boolean legEnded) {
    static Attempt dialing(UUID id, Reservation reservation, int number) {
        return new Attempt(
                id, reservation.contact(), reservation.id(), number, AttemptState.DIALING, Optional.empty(), false);
    }
}
