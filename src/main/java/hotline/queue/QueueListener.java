package hotline.queue;

import hotline.phone.CallSid;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Who brings callers where the queue wants them; told within the transaction of the change. */
public interface QueueListener {
    /** An agent took a contact: the caller is to come out of the waiting room. */
    void onAccepted(Handle handle, Accepted accepted, Instant now);

    /** The agent has left and the caller may still be there: their call is to go on. */
    void onAgentLeft(Handle handle, CallSid caller, Instant now);

    /** The caller's call is over, of which the carrier has not told; what it had open in the queue is closed already. */
    void onCallOver(Handle handle, CallSid caller, Instant now);

    /**
     * The caller has been handed over, and speaks with another agent now.
     *
     * @param agent that agent's name, as callers are told it
     */
    void onHandedOver(Handle handle, CallSid caller, String agent, Instant now);
}
