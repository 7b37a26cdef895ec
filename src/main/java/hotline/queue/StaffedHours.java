package hotline.queue;

import java.time.Instant;

/** When a queue is staffed: outside these hours it takes nobody. */
@FunctionalInterface
public interface StaffedHours {
    /** Round the clock. */
    StaffedHours ALWAYS = at -> true;

    boolean isOpen(Instant at);
}
