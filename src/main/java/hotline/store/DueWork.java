package hotline.store;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;

/**
 * Deadlines that survive a crash: each is a row, and its handler runs in the same transaction that removes the row, on
 * whichever node comes first.
 */
public final class DueWork {
    /**
     * What to do when a deadline comes; runs inside the writer's transaction. What it throws undoes what it did; it is then
     * tried again, later and later, and holds nothing else up.
     */
    @FunctionalInterface
    public interface Handler {
        void run(Handle handle, String key, Instant now);
    }

    private final Map<String, Handler> handlers = new ConcurrentHashMap<>();
    private final AtomicBoolean fresh = new AtomicBoolean();

    /** Names the handler of a kind of deadline; once, before the start. */
    public void on(String kind, Handler handler) {
        if (handlers.putIfAbsent(kind, handler) != null) {
            throw new IllegalStateException("two handlers for deadlines of kind " + kind);
        }
    }

    /**
     * Sets the deadline of {@code kind} and {@code key}, in place of an earlier one. Of two that set it at the same moment for
     * the first time, the first one's time holds.
     */
    public void schedule(Handle handle, String kind, String key, Instant dueAt) {
        int moved = bind(handle, kind, key, dueAt, """
                update due_work set due_at = :due, failures = 0 where kind = :kind and item_key = :key""");
        if (moved == 0) {
            bind(handle, kind, key, dueAt, """
                    insert into due_work (kind, item_key, due_at, failures)
                    values (:kind, :key, :due, 0) on conflict do nothing""");
        }
        fresh.set(true);
    }

    private static int bind(Handle handle, String kind, String key, Instant dueAt, String sql) {
        return handle.createUpdate(sql)
                .bind("kind", kind)
                .bind("key", key)
                .bind("due", dueAt)
                .execute();
    }

    /** Takes a deadline back; false if there is none. */
    public boolean cancel(Handle handle, String kind, String key) {
        return handle.createUpdate("delete from due_work where kind = :kind and item_key = :key")
                        .bind("kind", kind)
                        .bind("key", key)
                        .execute()
                == 1;
    }

    /** The kinds that this node has handlers for; another version of the program may know more. */
    Set<String> kinds() {
        return handlers.keySet();
    }

    Handler handler(String kind) {
        Handler handler = handlers.get(kind);
        if (handler == null) {
            throw new IllegalStateException("no handler for deadlines of kind " + kind);
        }
        return handler;
    }

    /** Whether something was scheduled since this was last asked. */
    boolean takeFresh() {
        return fresh.getAndSet(false);
    }
}
