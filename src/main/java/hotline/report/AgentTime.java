package hotline.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of time in which an agent was there for callers.
 *
 * @param isBusy whether they were on a call or finishing up
 */
record AgentTime(String username, boolean isBusy, Instant begin, Instant end) {
    Duration length() {
        return Duration.between(begin, end);
    }

    /** The same in pieces, each within one hour of the clock. */
    List<AgentTime> byHours(ZoneId zone) {
        List<AgentTime> pieces = new ArrayList<>();
        Instant from = begin;
        while (from.isBefore(end)) {
            Instant hour =
                    from.atZone(zone).truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant();
            Instant to = hour.isBefore(end) ? hour : end;
            pieces.add(new AgentTime(username, isBusy, from, to));
            from = to;
        }
        return pieces;
    }
}
