package hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.phone.NumberZones;
import hotline.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackRulesTest {
    private static final LocalTime EIGHT = LocalTime.of(8, 0);
    private static final LocalTime NINE_AT_NIGHT = LocalTime.of(21, 0);
    private static final CallingHours HOURS = new CallingHours(EIGHT, NINE_AT_NIGHT, ZoneId.of("Europe/London"));

    private static Instant next(String number, String at) {
        return HOURS.next(new PhoneNumber(number), Instant.parse(at));
    }

    @Test
    void a_fixed_line_of_indonesia_is_rung_by_the_clock_of_its_area() {
        assertThat(next("+622155501234", "2026-11-23T00:59:59Z")).isEqualTo("2026-11-23T01:00:00Z");
        assertThat(next("+622155501234", "2026-11-23T13:59:59Z")).isEqualTo("2026-11-23T13:59:59Z");
        assertThat(next("+622155501234", "2026-11-23T14:00:00Z")).isEqualTo("2026-11-24T01:00:00Z");
        assertThat(next("+62361123456", "2026-11-23T13:00:00Z")).isEqualTo("2026-11-24T00:00:00Z");
        assertThat(next("+62967123456", "2026-11-22T23:00:00Z")).isEqualTo("2026-11-22T23:00:00Z");
        assertThat(next("+62967123456", "2026-11-23T12:00:00Z")).isEqualTo("2026-11-23T23:00:00Z");
    }

    @Test
    void a_mobile_number_is_rung_only_when_it_is_day_in_all_of_its_country() {
        // Eight o'clock in Jakarta to nine in the evening in Jayapura, which is seven in Jakarta.
        assertThat(next("+6281234567890", "2026-11-23T00:30:00Z")).isEqualTo("2026-11-23T01:00:00Z");
        assertThat(next("+6281234567890", "2026-11-23T11:59:59Z")).isEqualTo("2026-11-23T11:59:59Z");
        assertThat(next("+6281234567890", "2026-11-23T12:00:00Z")).isEqualTo("2026-11-24T01:00:00Z");
        // Eleven in the morning to nine in the evening in New York: eight to six in Los Angeles.
        assertThat(next("+12125550123", "2026-11-23T12:00:00Z")).isEqualTo("2026-11-23T16:00:00Z");
        assertThat(next("+12125550123", "2026-11-24T02:00:00Z")).isEqualTo("2026-11-24T16:00:00Z");
    }

    @Test
    void a_number_of_which_nothing_is_known_goes_by_the_clock_of_the_hotline() {
        assertThat(next("+442071838750", "2026-11-23T03:00:00Z")).isEqualTo("2026-11-23T08:00:00Z");
    }

    @Test
    void hours_that_no_moment_shares_hold_by_the_first_zone_and_not_never() {
        CallingHours evening = new CallingHours(LocalTime.of(20, 0), NINE_AT_NIGHT, ZoneId.of("Europe/London"));

        assertThat(evening.next(new PhoneNumber("+6281234567890"), Instant.parse("2026-11-23T03:00:00Z")))
                .isEqualTo("2026-11-23T13:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12125550123", "+18085550123", "+6281234567890", "+62541123456", "+60123456789"})
    void nobody_is_ever_rung_at_night_also_when_the_clocks_change(String text) {
        Random random = new Random(62);
        PhoneNumber number = new PhoneNumber(text);
        List<ZoneId> zones = NumberZones.find(number).orElseThrow();
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < 20_000; i++) {
            Instant at = start.plusSeconds(random.nextInt(366 * 86_400));
            Instant next = HOURS.next(number, at);
            assertThat(next).isAfterOrEqualTo(at).isBefore(at.plus(Duration.ofHours(16)));
            for (ZoneId zone : zones) {
                LocalTime local = next.atZone(zone).toLocalTime();
                assertThat(local).isAfterOrEqualTo(EIGHT).isBefore(NINE_AT_NIGHT);
            }
        }
    }

    @Test
    void each_pause_is_taken_after_its_attempt() {
        CallbackRules rules = new CallbackRules(
                List.of(Duration.ofMinutes(10), Duration.ofMinutes(60)),
                Duration.ofMinutes(1),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                Duration.ofHours(24),
                HOURS);

        assertThat(rules.attempts()).isEqualTo(3);
        assertThat(rules.pauseAfter(1)).isEqualTo(Duration.ofMinutes(10));
        assertThat(rules.pauseAfter(2)).isEqualTo(Duration.ofMinutes(60));
        assertThat(rules.isLast(2)).isFalse();
        assertThat(rules.isLast(3)).isTrue();
    }
}
