package hotline.flow;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When a queue is staffed, by the clock of the place where its agents work. A special day has hours of its own; else a holiday has none;
 * else those of its day of the week hold.
 *
 * @param name as in hours.yaml
 * @param zone where that is; empty for the zone of the hotline's first number
 * @param week the spans of each day; a day without one is a day off
 * @param holidays the lists of days off that hold here
 * @param special the spans of single days; none for one on which nobody is there
 */
public record StaffedHours(
        String name,
        Optional<ZoneId> zone,
        Map<DayOfWeek, List<Span>> week,
        List<HolidayList> holidays,
        Map<LocalDate, List<Span>> special) {
    /** No queue is closed for longer than this without anybody having planned it. */
    private static final int DAYS_AHEAD = 60;

    /**
     * A span of one day, or over the midnight after it.
     *
     * @param from its first moment
     * @param to the moment after its last; at or before {@code from} it is on the next day, so midnight ends the day itself
     */
    public record Span(LocalTime from, LocalTime to) {
        private LocalDateTime begin(LocalDate day) {
            return day.atTime(from);
        }

        LocalDateTime end(LocalDate day) {
            return (from.isBefore(to) ? day : day.plusDays(1)).atTime(to);
        }

        /** From its end to the beginning of another, which is so many days later; negative when that one begins before. */
        Duration until(Span next, int daysLater) {
            return Duration.between(end(LocalDate.EPOCH), next.begin(LocalDate.EPOCH.plusDays(daysLater)));
        }

        private boolean covers(LocalDate day, LocalDateTime at) {
            return !at.isBefore(begin(day)) && at.isBefore(end(day));
        }

        @Override
        public String toString() {
            return from + "-" + (to.equals(LocalTime.MIDNIGHT) ? "24:00" : to);
        }
    }

    public StaffedHours {
        week = Map.copyOf(week);
        holidays = List.copyOf(holidays);
        special = Map.copyOf(special);
    }

    /** Whether agents are to be there at this moment of the local clock. */
    public boolean isOpen(LocalDateTime at) {
        return isCovered(at.toLocalDate(), at) || isCovered(at.toLocalDate().minusDays(1), at);
    }

    /** The day whose spans decide about a moment: the one before, while its last span goes on over midnight. */
    public LocalDate dayOf(LocalDateTime at) {
        LocalDate before = at.toLocalDate().minusDays(1);
        return isCovered(before, at) && !isCovered(at.toLocalDate(), at) ? before : at.toLocalDate();
    }

    private boolean isCovered(LocalDate day, LocalDateTime at) {
        return spans(day).stream().anyMatch(span -> span.covers(day, at));
    }

    /** The spans that begin on a day. */
    public List<Span> spans(LocalDate day) {
        if (special.containsKey(day)) {
            return special.getOrDefault(day, List.of());
        }
        return findHoliday(day).isPresent() ? List.of() : week.getOrDefault(day.getDayOfWeek(), List.of());
    }

    /** What a day off is called; by the last of several lists that have it. */
    public Optional<String> findHoliday(LocalDate day) {
        return holidays.stream()
                .flatMap(list -> Optional.ofNullable(list.days().get(day)).stream())
                .reduce((first, second) -> second);
    }

    /** The next moment of the local clock at which agents come or go; empty when that is not within {@value #DAYS_AHEAD} days. */
    public Optional<LocalDateTime> findChange(LocalDateTime at) {
        boolean open = isOpen(at);
        return IntStream.rangeClosed(-1, DAYS_AHEAD)
                .mapToObj(days -> at.toLocalDate().plusDays(days))
                .flatMap(day -> spans(day).stream().flatMap(span -> Stream.of(span.begin(day), span.end(day))))
                .filter(moment -> moment.isAfter(at) && isOpen(moment) != open)
                .min(LocalDateTime::compareTo);
    }
}
