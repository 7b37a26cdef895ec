package hotline.flow;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * When a queue is staffed, week by week, by the clock of the place where its agents work.
 *
 * @param zone where that is; empty for the zone of the hotline's first number
 * @param spans those of all days; a day without one is a day off
 */
public record StaffedHours(Optional<ZoneId> zone, List<Span> spans) {
    /**
     * A span of one day, or over the midnight after it.
     *
     * @param from its first moment
     * @param to the moment after its last; at or before {@code from} it is on the next day, so midnight ends the day itself
     */
    public record Span(DayOfWeek day, LocalTime from, LocalTime to) {
        private boolean covers(LocalDateTime at) {
            LocalTime time = at.toLocalTime();
            boolean begun = at.getDayOfWeek() == day && !time.isBefore(from);
            if (from.isBefore(to)) {
                return begun && time.isBefore(to);
            }
            return begun || (at.getDayOfWeek() == day.plus(1) && time.isBefore(to));
        }
    }

    public StaffedHours {
        spans = List.copyOf(spans);
    }

    /** Whether agents are to be there at this moment of the local clock. */
    public boolean isOpen(LocalDateTime at) {
        return spans.stream().anyMatch(span -> span.covers(at));
    }
}
