package hotline.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Lists of holidays that are over or soon will be: from then on callers are told that agents are there on a day off. */
final class HolidayChecks {
    /** Time enough to find out next year's days and to publish them. */
    private static final int DAYS_AHEAD = 30;

    private final FlowContents.Settings settings;
    private final Problems problems;

    HolidayChecks(FlowContents contents, Problems problems) {
        this.settings = contents.settings();
        this.problems = problems;
    }

    void check(Instant now) {
        settings.hours().values().forEach(hours -> check(hours, LocalDate.ofInstant(now, zone(hours))));
    }

    /** A list that several hours use is told once: a problem is only added if it is not there yet. */
    private void check(StaffedHours hours, LocalDate today) {
        for (HolidayList list : hours.holidays()) {
            list.findLastDay()
                    .filter(last -> !last.isAfter(today.plusDays(DAYS_AHEAD)))
                    .ifPresent(last -> problems.add(
                            Rule.HOLIDAYS_RUN_OUT,
                            list.name().place(),
                            Phrase.of("hours.holidays-end", list.name(), last)));
        }
    }

    private ZoneId zone(StaffedHours hours) {
        return hours.zone()
                .or(() -> settings.numbers().values().stream().findFirst().map(DialledNumber::zone))
                .orElse(ZoneOffset.UTC);
    }
}
