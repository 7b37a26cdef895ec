package hotline.store;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * Forgets what was settled in the {@link Outbox} long ago. Nothing is put a second time after so long, and the carrier's own list is not
 * searched that far back; a person who has to look into a fault may want some weeks.
 */
public final class SettledRequests {
    /** How long a settled request is kept. */
    public static final Duration KEPT = Duration.ofDays(30);

    /** So few at a time that no turn of a caller waits for them. */
    static final int BATCH = 500;

    private static final String KIND = "outbox-forget";
    private static final String KEY = "settled";

    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private SettledRequests() {}

    /** Has them forgotten through these deadlines, on whichever node comes first. */
    public static void forgetThrough(DueWork dueWork) {
        dueWork.on(KIND, (handle, key, now) -> {
            Duration pause = forget(handle, now.minus(KEPT)) == BATCH ? PAUSE : EVERY;
            dueWork.schedule(handle, KIND, key, now.plus(pause));
        });
    }

    /** Begins with it, or goes on; at the start of a node. */
    public static void begin(Handle handle, DueWork dueWork, Instant now) {
        dueWork.schedule(handle, KIND, KEY, now);
    }

    private static int forget(Handle handle, Instant settledBefore) {
        return handle.createUpdate("""
                        delete from outbox where item_key in (
                            select item_key from outbox where settled_at < :before order by settled_at limit :batch)""")
                .bind("before", settledBefore)
                .bind("batch", BATCH)
                .execute();
    }
}
