package hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CallbackRulesTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final CallbackRules RULES = new CallbackRules(
            3,
            Duration.ofMinutes(1),
            Duration.ofMinutes(15),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofHours(24),
            List.of(
                    new CallingHours("+1", NEW_YORK, LocalTime.of(11, 0), LocalTime.of(21, 0)),
                    new CallingHours("+62", ZoneId.of("Asia/Jakarta"), LocalTime.of(8, 0), LocalTime.of(19, 0)),
                    new CallingHours("+6281", ZoneId.of("Asia/Jakarta"), LocalTime.of(9, 0), LocalTime.of(19, 0))));

    private static Instant next(String number, String at) {
        return RULES.next(new PhoneNumber(number), Instant.parse(at));
    }

    @Test
    void a_number_is_rung_by_the_clock_where_it_is() {
        assertThat(next("+622155501234", "2026-11-23T01:00:00Z")).isEqualTo("2026-11-23T01:00:00Z");
        assertThat(next("+622155501234", "2026-11-23T00:59:59Z")).isEqualTo("2026-11-23T01:00:00Z");
        assertThat(next("+622155501234", "2026-11-23T11:59:59Z")).isEqualTo("2026-11-23T11:59:59Z");
        assertThat(next("+622155501234", "2026-11-23T12:00:00Z")).isEqualTo("2026-11-24T01:00:00Z");
        assertThat(next("+12125550123", "2026-11-23T12:00:00Z")).isEqualTo("2026-11-23T16:00:00Z");
    }

    @Test
    void the_longest_prefix_decides_and_a_number_without_one_is_rung_at_any_time() {
        assertThat(next("+6281234567890", "2026-11-23T01:30:00Z")).isEqualTo("2026-11-23T02:00:00Z");
        assertThat(next("+442071838750", "2026-11-23T03:00:00Z")).isEqualTo("2026-11-23T03:00:00Z");
    }

    @Test
    void nobody_is_ever_rung_outside_the_hours_also_when_the_clocks_change() {
        Random random = new Random(62);
        PhoneNumber number = new PhoneNumber("+12125550123");
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < 100_000; i++) {
            Instant at = start.plusSeconds(random.nextInt(366 * 86_400));
            Instant next = RULES.next(number, at);
            LocalTime local = ZonedDateTime.ofInstant(next, NEW_YORK).toLocalTime();
            assertThat(next).isAfterOrEqualTo(at).isBefore(at.plus(Duration.ofHours(16)));
            assertThat(local).isAfterOrEqualTo(LocalTime.of(11, 0)).isBefore(LocalTime.of(21, 0));
        }
    }
}
