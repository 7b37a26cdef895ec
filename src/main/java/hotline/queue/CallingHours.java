package hotline.queue;

import hotline.phone.PhoneNumber;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When numbers of one kind may be rung: every day, by the clock where they are. Where a country has several zones, the hours
 * to give are those at which it is daytime in all of them.
 *
 * @param prefix how these numbers begin, as {@code +62}
 * @param from the first moment of a day
 * @param to the moment after the last, later on the same day
 */
public record CallingHours(String prefix, ZoneId zone, LocalTime from, LocalTime to) {
    public CallingHours {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("calling hours of " + prefix + " must begin before they end");
        }
    }

    boolean coverNumber(PhoneNumber number) {
        return number.e164().startsWith(prefix);
    }

    /** The first moment, not before {@code at}, at which the number may be rung. */
    Instant next(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        LocalTime time = local.toLocalTime();
        if (time.isBefore(from)) {
            return local.toLocalDate().atTime(from).atZone(zone).toInstant();
        }
        if (!time.isBefore(to)) {
            return local.toLocalDate().plusDays(1).atTime(from).atZone(zone).toInstant();
        }
        return at;
    }
}
