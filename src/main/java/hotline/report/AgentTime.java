package hotline.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A stretch of time in which an agent was there for callers.
 *
 * @param state what they did: {@code available}, {@code reserved}, {@code on-call} or {@code wrap-up}
 * @param end of what they do still, the moment of the report
 */
public record AgentTime(String username, String state, Instant begin, Instant end) {
    private static final Set<String> BUSY = Set.of("on-call", "wrap-up");

    /** Whether they were on a call or finishing up. */
    public boolean isBusy() {
        return BUSY.contains(state);
    }

    public Duration length() {
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
            pieces.add(new AgentTime(username, state, from, to));
            from = to;
        }
        return pieces;
    }
}
