package hotline.queue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long a wait will be, as a range: place times handle time over agents, a third less and a third more, in whole minutes.
 * Handle times scatter; one figure would be a promise that cannot be kept.
 *
 * @param lowMinutes at least this, from 1
 * @param highMinutes at most this, more than {@code lowMinutes}
 */
record WaitEstimate(int lowMinutes, int highMinutes) {
    /** So many contacts must have been handled before their handle time says anything. */
    static final int LEAST_SAMPLES = 5;

    private static final double SPREAD = 1.0 / 3;
    private static final double SECONDS_PER_MINUTE = 60;

    /**
     * The estimate for a place.
     *
     * @param place 1 for the next one
     * @param agents signed in who can take it, busy or not
     * @return empty when there are none: then nothing can be said
     */
    static Optional<WaitEstimate> of(int place, int agents, Duration handleTime) {
        if (agents == 0) {
            return Optional.empty();
        }
        double minutes = place * handleTime.toSeconds() / SECONDS_PER_MINUTE / agents;
        int low = Math.max(1, (int) Math.floor(minutes * (1 - SPREAD)));
        int high = Math.max(low + 1, (int) Math.ceil(minutes * (1 + SPREAD)));
        return Optional.of(new WaitEstimate(low, high));
    }

    /** The mean of the newest handle times, or {@code usual} while there are too few of them to tell. */
    static Optional<Duration> handleTime(List<Duration> newest, Optional<Duration> usual) {
        if (newest.size() < LEAST_SAMPLES) {
            return usual;
        }
        return Optional.of(newest.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(newest.size()));
    }
}
