package hotline.queue;

import hotline.phone.CallSid;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Handle;

/** Tells all listeners; they come later than the queue, which they need themselves. */
final class Listeners implements QueueListener {
    private final List<QueueListener> all = new CopyOnWriteArrayList<>();

    void add(QueueListener listener) {
        all.add(listener);
    }

    @Override
    public void onAccepted(Handle handle, Accepted accepted, Instant now) {
        all.forEach(listener -> listener.onAccepted(handle, accepted, now));
    }

    @Override
    public void onAgentLeft(Handle handle, CallSid caller, Instant now) {
        all.forEach(listener -> listener.onAgentLeft(handle, caller, now));
    }

    @Override
    public void onCallOver(Handle handle, CallSid caller, Instant now) {
        all.forEach(listener -> listener.onCallOver(handle, caller, now));
    }

    @Override
    public void onHandedOver(Handle handle, CallSid caller, String agent, Instant now) {
        all.forEach(listener -> listener.onHandedOver(handle, caller, agent, now));
    }
}
