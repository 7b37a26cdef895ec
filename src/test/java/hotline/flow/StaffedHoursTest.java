package hotline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaffedHoursTest {
    private static StaffedHours staffed(String days) {
        return new SmallFlows()
                .main("first: {hang-up: human-bye}")
                .file("queues.yaml", "other: {hours: ours}\n")
                .file("hours.yaml", "ours: {" + days + "}\n")
                .load()
                .queue("other")
                .staffed()
                .orElseThrow();
    }

    /** 23 November 2026 is a Monday. */
    @ParameterizedTest
    @CsvSource({
        "23T07:59:59, false",
        "23T08:00:00, true",
        "27T21:59:59, true",
        "27T22:00:00, false",
        "28T08:59:59, false",
        "28T09:00:00, true",
        "29T21:00:00, false",
    })
    void hours_of_weekdays_and_weekends(String at, boolean open) {
        StaffedHours hours = staffed("mon-fri: \"08:00-22:00\", sat-sun: \"09:00-21:00\"");

        assertThat(hours.isOpen(LocalDateTime.parse("2026-11-" + at))).isEqualTo(open);
        assertThat(hours.zone()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "22T23:00:00, false",
        "23T05:59:59, false",
        "23T22:00:00, true",
        "24T05:59:59, true",
        "24T06:00:00, false",
        "29T03:00:00, true",
        "30T03:00:00, false",
    })
    void a_span_over_midnight_belongs_to_the_day_on_which_it_begins(String at, boolean open) {
        StaffedHours hours = staffed("mon-sat: \"22:00-06:00\"");

        assertThat(hours.isOpen(LocalDateTime.parse("2026-11-" + at))).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({"23T11:59:59, true", "23T12:30:00, false", "23T13:00:00, true", "24T10:00:00, false"})
    void a_day_may_have_several_spans_and_days_that_are_not_named_are_off(String at, boolean open) {
        StaffedHours hours = staffed("mon: [\"08:00-12:00\", \"13:00-21:00\"]");

        assertThat(hours.isOpen(LocalDateTime.parse("2026-11-" + at))).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({"22T00:00:00, true", "22T23:59:59, true", "23T00:00:00, true", "24T00:00:00, false", "28T12:00:00, true"
    })
    void a_whole_day_ends_at_midnight_and_days_may_go_over_the_end_of_the_week(String at, boolean open) {
        StaffedHours hours = staffed("zone: Asia/Makassar, sat-mon: \"00:00-24:00\"");

        assertThat(hours.isOpen(LocalDateTime.parse("2026-11-" + at))).isEqualTo(open);
        assertThat(hours.zone()).contains(ZoneId.of("Asia/Makassar"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-24T14:59:59, true",
        "2026-12-24T15:00:00, false",
        "2026-12-25T10:00:00, false",
        "2026-12-28T10:00:00, true",
        "2026-12-31T10:00:00, false",
    })
    void holidays_and_special_days_go_before_the_week(String at, boolean open) {
        StaffedHours hours = holidays();

        assertThat(hours.isOpen(LocalDateTime.parse(at))).isEqualTo(open);
    }

    private static StaffedHours holidays() {
        return staffed(
                "mon-sun: \"08:00-22:00\", holidays: all, special: {2026-12-24: \"08:00-15:00\", 2026-12-31: closed}}"
                        + "\nholidays: {all: {2026-12-24: Eve, 2026-12-25: Christmas}");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-23T21:00:00, 2026-12-23T22:00",
        "2026-12-24T09:00:00, 2026-12-24T15:00",
        "2026-12-24T16:00:00, 2026-12-26T08:00",
    })
    void the_next_change_is_when_agents_come_or_go(String at, String change) {
        assertThat(holidays().findChange(LocalDateTime.parse(at))).contains(LocalDateTime.parse(change));
    }

    @Test
    void who_is_always_there_never_changes() {
        assertThat(staffed("mon-sun: \"00:00-24:00\"").findChange(LocalDateTime.parse("2026-12-24T16:00:00")))
                .isEmpty();
    }

    @Test
    void a_queue_without_hours_has_none() {
        assertThat(new SmallFlows()
                        .main("first: {hang-up: human-bye}")
                        .load()
                        .queue("other")
                        .staffed())
                .isEmpty();
    }
}
