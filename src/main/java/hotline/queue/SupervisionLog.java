package hotline.queue;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Keeps what supervisors do to others' calls; written in the transaction of what it tells of. */
@FunctionalInterface
public interface SupervisionLog {
    /**
     * Keeps one thing done.
     *
     * @param who the supervisor's username
     * @param action as {@code supervision.listen}
     * @param object what it was done to, as {@code contact:} and an id
     */
    void record(Handle handle, String who, String action, String object, String detail, Instant now);
}
