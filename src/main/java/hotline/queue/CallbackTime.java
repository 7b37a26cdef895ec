package hotline.queue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** When a customer can expect to be rung, as it is told. */
final class CallbackTime {
    private CallbackTime() {}

    /**
     * {@code callback.when}: {@code soon} (when it is their turn), {@code today} or {@code tomorrow}, as nobody may be rung before; and
     * {@code callback.from}, the moment before which they are not rung, by the clock where they are.
     */
    static Map<String, String> facts(Contact callback, CallbackRules rules, Instant now) {
        ZoneId zone = rules.hours().zoneOf(callback.getCaller());
        LocalDateTime from = LocalDateTime.ofInstant(callback.notBefore(), zone).truncatedTo(ChronoUnit.MINUTES);
        return Map.of("callback.when", when(callback, from, zone, now), "callback.from", from.toString());
    }

    private static String when(Contact callback, LocalDateTime from, ZoneId zone, Instant now) {
        if (callback.isInLine(now)) {
            return "soon";
        }
        boolean today = from.toLocalDate().equals(now.atZone(zone).toLocalDate());
        return today ? "today" : "tomorrow";
    }
}
