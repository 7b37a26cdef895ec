package hotline.queue;

import hotline.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The rules of callbacks.
 *
 * @param pauses the pause after the first attempt, after the second, …; so there is one attempt more than there are pauses
 * @param firstAfter how long after it was booked a callback is first rung: the customer is still on the phone
 * @param ring how long the customer's phone rings
 * @param confirm how long after the ringing the customer may take to press 1
 * @param longest how long a callback is kept
 * @param hours when customers may be rung
 */
public record CallbackRules(
        List<Duration> pauses,
        Duration firstAfter,
        Duration ring,
        Duration confirm,
        Duration longest,
        CallingHours hours) {
    public CallbackRules {
        pauses = List.copyOf(pauses);
    }

    /** How often a customer is rung before the callback is given up. */
    int attempts() {
        return pauses.size() + 1;
    }

    /** Whether nothing follows an attempt, counted from 1. */
    boolean isLast(int attempt) {
        return attempt >= attempts();
    }

    /** The pause after an attempt that is not the last. */
    Duration pauseAfter(int attempt) {
        return pauses.get(attempt - 1);
    }

    /** The first moment, not before {@code at}, at which the customer may be rung. */
    Instant next(PhoneNumber number, Instant at) {
        return hours.next(number, at);
    }
}
