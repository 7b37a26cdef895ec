package hotline.queue;

import hotline.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The rules of callbacks.
 *
 * @param attempts how often a customer is rung before it is given up
 * @param firstAfter how long after it was booked a callback is first rung: the customer is still on the phone
 * @param retryAfter how long after an attempt the next one follows
 * @param ring how long the customer's phone rings
 * @param confirm how long after the ringing the customer may take to press 1
 * @param longest how long a callback is kept
 * @param hours when which numbers may be rung; the longest prefix decides, and a number without one is rung at any time
 */
public record CallbackRules(
        int attempts,
        Duration firstAfter,
        Duration retryAfter,
        Duration ring,
        Duration confirm,
        Duration longest,
        List<CallingHours> hours) {
    public CallbackRules {
        hours = hours.stream()
                .sorted(Comparator.comparing(
                                (CallingHours each) -> each.prefix().length())
                        .reversed())
                .toList();
        if (attempts < 1) {
            throw new IllegalArgumentException("a callback is rung at least once");
        }
    }

    /** The first moment, not before {@code at}, at which the customer may be rung. */
    Instant next(PhoneNumber number, Instant at) {
        return hours.stream()
                .filter(each -> each.coverNumber(number))
                .findFirst()
                .map(each -> each.next(at))
                .orElse(at);
    }
}
