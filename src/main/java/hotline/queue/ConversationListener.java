package hotline.queue;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Parts of the queue that go along with a conversation; told within the transaction of the change. */
interface ConversationListener {
    /** An agent has taken the contact of somebody on the line. */
    default void began(Handle handle, Contact contact, Instant now) {}

    /** The agent's line was lost, and the caller is still there; the conversation is over. */
    default void cutOff(Handle handle, Contact contact, Instant now) {}

    /** The conversation is over; the contact is as it was before. */
    default void over(Handle handle, Contact contact, Instant now) {}

    /** The caller is with another agent, in the same room. */
    default void handedOver(Handle handle, Contact before, Contact after, Instant now) {}

    /**
     * The agent's line is gone and the caller is still there.
     *
     * @return whether somebody else has the caller now
     */
    default boolean carriesOn(Handle handle, Contact contact, Instant now) {
        return false;
    }

    /** Who was rung for a contact did not take it; it waits again. */
    default void refused(Handle handle, Reservation reservation, ReservationState how, Instant now) {}
}
