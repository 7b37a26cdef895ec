package hotline.queue;

import hotline.phone.NumberZones;
import hotline.phone.PhoneNumber;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * When customers may be rung: every day, by the clock where they are. Where that is not known, at hours that are right
 * everywhere they can be.
 *
 * @param from the first moment of a day
 * @param to the moment after the last, later on the same day
 * @param otherwise the zone of numbers of which {@link NumberZones} knows nothing
 */
public record CallingHours(LocalTime from, LocalTime to, ZoneId otherwise) {
    /** Going round all zones this often finds the hours that they share on the next day at the latest, if they share any. */
    private static final int ROUNDS = 4;

    public CallingHours {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("calling hours must begin before they end");
        }
    }

    /**
     * The first moment, not before {@code at}, at which the number may be rung. Hours so short that the zones of its country share none
     * hold by the first of these zones.
     */
    Instant next(PhoneNumber number, Instant at) {
        List<ZoneId> zones = NumberZones.find(number).orElse(List.of(otherwise));
        Instant next = at;
        for (int round = 0; round < ROUNDS; round++) {
            Instant before = next;
            for (ZoneId zone : zones) {
                next = next(zone, next);
            }
            if (next.equals(before)) {
                return next;
            }
        }
        return next(zones.get(0), at);
    }

    /** By which clock the number's owner is told of a time: theirs if it is known, the shop's if it can be theirs. */
    ZoneId zoneOf(PhoneNumber number) {
        List<ZoneId> zones = NumberZones.find(number).orElse(List.of(otherwise));
        return zones.contains(otherwise) ? otherwise : zones.get(0);
    }

    private Instant next(ZoneId zone, Instant at) {
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
