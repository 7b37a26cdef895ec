package hotline.store;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/**
 * Deadlines that survive a crash: each is a row, and its handler runs in the same transaction that removes the row, on
 * whichever node comes first.
 */
public final class DueWork {
    /** What to do when a deadline comes; runs inside the writer's transaction. */
    @FunctionalInterface
    public interface Handler {
        void run(Handle handle, String key, Instant now);
    }

    private final Map<String, Handler> handlers = new ConcurrentHashMap<>();

    /** Names the handler of a kind of deadline; once, before the start. */
    public void on(String kind, Handler handler) {
        if (handlers.putIfAbsent(kind, handler) != null) {
            throw new IllegalStateException("two handlers for deadlines of kind " + kind);
        }
    }

    /** Sets the deadline of {@code kind} and {@code key}, in place of an earlier one. */
    public void schedule(Handle handle, String kind, String key, Instant dueAt) {
        cancel(handle, kind, key);
        handle.createUpdate("insert into due_work (kind, item_key, due_at) values (:kind, :key, :due)")
                .bind("kind", kind)
                .bind("key", key)
                .bind("due", dueAt)
                .execute();
    }

    /** Takes a deadline back; does nothing if there is none. */
    public void cancel(Handle handle, String kind, String key) {
        handle.createUpdate("delete from due_work where kind = :kind and item_key = :key")
                .bind("kind", kind)
                .bind("key", key)
                .execute();
    }
}
