package hotline.flow;

import hotline.flow.StaffedHours.Span;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is told of hours whose every line is right: spans that meet the ones of the day after, and gaps that nobody planned. */
final class HoursChecks {
    /** A shorter pause is a slip: agents neither eat nor go home in it, and callers hear that nobody is there. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(15);

    /** Who names this many days seems to mean all but the weekend. */
    private static final int MOST_OF_A_WEEK = 4;

    private final StaffedHours hours;
    private final Problems problems;

    HoursChecks(StaffedHours hours, Problems problems) {
        this.hours = hours;
        this.problems = problems;
    }

    /** A pause between spans of one line. */
    static void pauses(Map<Span, Ref> spans, Problems problems) {
        List<Map.Entry<Span, Ref>> sorted = spans.entrySet().stream()
                .sorted(Comparator.comparing(span -> span.getKey().from()))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            Span before = sorted.get(i - 1).getKey();
            Span after = sorted.get(i).getKey();
            Duration pause = before.until(after, 0);
            if (isSlip(pause)) {
                problems.add(
                        Rule.HOURS_GAP,
                        sorted.get(i).getValue().place(),
                        Phrase.of("hours.pause", before, after, pause.toMinutes()));
            }
        }
    }

    /**
     * The days of the week.
     *
     * @param title the hours' name
     * @param lines where each day is named
     */
    void week(Ref title, Map<DayOfWeek, Place> lines) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (!lines.containsKey(day) && lines.size() >= MOST_OF_A_WEEK && !isWeekend(day, lines)) {
                problems.add(Rule.HOURS_GAP, title.place(), Phrase.of("hours.day-missing", title, Weekdays.name(day)));
            }
            Optional.ofNullable(lines.get(day.plus(1)))
                    .ifPresent(line -> midnight(line, Weekdays.name(day), spans(day), spans(day.plus(1))));
        }
    }

    /** Sunday, or Saturday and Sunday, are days off without anybody having to say so. */
    private static boolean isWeekend(DayOfWeek day, Map<DayOfWeek, Place> lines) {
        return day == DayOfWeek.SUNDAY || (day == DayOfWeek.SATURDAY && !lines.containsKey(DayOfWeek.SUNDAY));
    }

    private List<Span> spans(DayOfWeek day) {
        return hours.week().getOrDefault(day, List.of());
    }

    /** The single days with hours of their own, each with the day after it and the one before it. */
    void special(Map<LocalDate, Place> lines) {
        lines.forEach((day, line) -> {
            midnight(line, day.toString(), hours.spans(day), hours.spans(day.plusDays(1)));
            LocalDate before = day.minusDays(1);
            if (!lines.containsKey(before)) {
                midnight(line, before.toString(), hours.spans(before), hours.spans(day));
            }
        });
    }

    /** A span over midnight must end before the first one of the next day begins. */
    private void midnight(Place line, String day, List<Span> spans, List<Span> next) {
        Optional<Span> last = spans.stream().max(Comparator.comparing(span -> span.end(LocalDate.EPOCH)));
        Optional<Span> first = next.stream().min(Comparator.comparing(Span::from));
        if (last.isEmpty() || first.isEmpty()) {
            return;
        }
        Duration pause = last.get().until(first.get(), 1);
        if (pause.isNegative()) {
            problems.add(
                    Rule.HOURS_OVERLAP, line, Phrase.of("hours.overnight", hours.name(), last.get(), day, first.get()));
        } else if (isSlip(pause)) {
            problems.add(
                    Rule.HOURS_GAP,
                    line,
                    Phrase.of("hours.pause-overnight", hours.name(), last.get(), first.get(), pause.toMinutes()));
        }
    }

    private static boolean isSlip(Duration pause) {
        return pause.compareTo(Duration.ZERO) > 0 && pause.compareTo(SHORTEST_PAUSE) < 0;
    }
}
