package hotline.store;

import hotline.phone.CarrierRequest;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;

/**
 * What must be asked of the carrier once a change is committed. A request is written in the same transaction as the
 * change that wants it, leaves after commit, and leaves once: its key is unique, and a request whose outcome is unknown is
 * looked up at the carrier before anything is repeated.
 */
public final class Outbox {
    private final AtomicBoolean fresh = new AtomicBoolean();

    /**
     * Puts a request in; does nothing if one with this key was put before.
     *
     * @param key says what the request is for and makes it unique, as {@code agent-leg:<reservation>}; the part before the
     *     colon chooses who is told of the outcome
     * @param notBefore when it may leave
     */
    public void put(Handle handle, String key, CarrierRequest request, Instant notBefore) {
        String kind = request.getClass().getSimpleName();
        handle.createUpdate("""
                        insert into outbox (item_key, kind, request, state, attempts, due_at, created_at)
                        values (:key, :kind, :request, 'waiting', 0, :due, :due) on conflict do nothing""")
                .bind("key", key)
                .bind("kind", kind)
                .bind("request", request.toString())
                .bind("due", notBefore)
                .execute();
        fresh.set(true);
    }
}
