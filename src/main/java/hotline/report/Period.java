package hotline.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Whole days where the shop is.
 *
 * @param last not before {@code first}, and not more than {@link #MOST_DAYS} with it
 */
public record Period(LocalDate first, LocalDate last, ZoneId zone) {
    /** As many days as a report covers at most: a quarter. */
    public static final int MOST_DAYS = 92;

    public Period {
        if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw new IllegalArgumentException("not 1 to " + MOST_DAYS + " days: " + first + " to " + last);
        }
    }

    /** The beginning of the first day. */
    Instant from() {
        return first.atStartOfDay(zone).toInstant();
    }

    /** The end of the last day, which is not part of it. */
    Instant to() {
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
