package hotline.store;

import java.time.Duration;
import java.util.Optional;

/** What is known of the writer's health; written by its thread, read by any. Times are {@link System#nanoTime}. */
final class WriterState {
    private long groups;
    private long changes;
    private long refusedGroups;
    private boolean available = true;
    private boolean working;
    private long beganAt;
    private long committedAt;

    synchronized void begin() {
        working = true;
        beganAt = System.nanoTime();
    }

    /** Notes a commit; true if the database was away before. */
    synchronized boolean committed(int size) {
        boolean back = !available;
        working = false;
        available = true;
        if (size > 0) {
            groups++;
            changes += size;
            committedAt = System.nanoTime();
        }
        return back;
    }

    /** Notes a refusal; true if the database was there before. */
    synchronized boolean refused() {
        boolean gone = available;
        working = false;
        available = false;
        refusedGroups++;
        return gone;
    }

    synchronized boolean isHealthy(Duration patience) {
        return available && !(working && System.nanoTime() - beganAt > patience.toNanos());
    }

    synchronized WriterFigures figures(int queued) {
        Optional<Duration> since =
                groups == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(System.nanoTime() - committedAt));
        return new WriterFigures(groups, changes, refusedGroups, queued, since);
    }
}
