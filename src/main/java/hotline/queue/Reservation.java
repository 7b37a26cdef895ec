package hotline.queue;

import hotline.phone.CallSid;
import java.util.Optional;
import java.util.UUID;

/**
 * A contact offered to one agent.
 *
 * @param leg the carrier's name of the call to the agent, once it is known
 * @param legEnded whether that call is over
 */
record Reservation(
        UUID id, UUID contact, String username, ReservationState state, Optional<CallSid> leg, boolean legEnded) {
    static Reservation open(UUID contact, String username, ReservationState state) {
        return new Reservation(UUID.randomUUID(), contact, username, state, Optional.empty(), false);
    }

    /** Whether the agent's leg serves something: it rings for the contact, or they speak. */
    boolean isWanted() {
        return state == ReservationState.PENDING || state == ReservationState.ACCEPTED;
    }
}
