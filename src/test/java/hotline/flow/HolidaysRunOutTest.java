package hotline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who runs a hotline is told in time that nobody has listed the holidays to come. */
class HolidaysRunOutTest {
    private static final String HOURS = """
            office: {zone: Asia/Jakarta, mon-fri: "08:00-17:00", holidays: %s}
            far: {zone: Pacific/Honolulu, mon-fri: "08:00-17:00", holidays: %s}
            holidays:
              few:
                2026-12-25: Christmas
                2026-08-17: Independence Day
              next: {2027-08-17: Independence Day}
              none: {}
            """;

    private static Stream<String> told(String hours, String at) {
        SmallFlows flows = FlowMistakes.good().file("hours.yaml", hours);
        return FlowLoader.check(flows.files(), Instant.parse(at)).stream()
                .filter(problem -> problem.rule() == Rule.HOLIDAYS_RUN_OUT)
                .map(FlowProblem::toString);
    }

    /** In Jakarta it is seven hours later than UTC, in Honolulu ten hours earlier. */
    @ParameterizedTest
    @CsvSource({
        "few, next, 2026-11-24T16:59:59Z, false",
        "few, next, 2026-11-24T17:00:00Z, true",
        "next, few, 2026-11-25T09:59:59Z, false",
        "next, few, 2026-11-25T10:00:00Z, true",
        "few, few, 2027-06-01T00:00:00Z, true",
        "none, none, 2027-06-01T00:00:00Z, false",
    })
    void a_list_that_hours_use_is_told_from_thirty_days_before_its_last_day(
            String office, String far, String at, boolean isTold) {
        String told = "hours.yaml:4:3: warning: the list `few` ends on 2026-12-25; it names no holiday after that day";
        assertThat(told(HOURS.formatted(office, far), at)).isEqualTo(isTold ? List.of(told) : List.of());
    }

    @Test
    void each_list_ends_on_a_day_of_its_own() {
        assertThat(told(HOURS.formatted("[few, next]", "next"), "2027-08-01T00:00:00Z"))
                .hasSize(2);
    }

    @Test
    void hours_without_a_zone_go_by_the_clock_of_the_first_number() {
        String hours = HOURS.formatted("few", "none").replace("zone: Asia/Jakarta, ", "");
        assertThat(told(hours, "2026-11-24T17:00:00Z")).hasSize(1);
        assertThat(told(hours, "2026-11-24T16:59:59Z")).isEmpty();
    }

    @Test
    void the_sample_hotline_is_clean_until_thirty_days_before_its_last_holiday() {
        Map<String, String> sample = new TreeMap<>(FlowLoader.read(Path.of("voice-flows")));
        assertThat(FlowLoader.check(sample, Instant.parse("2026-12-01T16:59:59Z")))
                .isEmpty();
        VoiceFlows flows = FlowLoader.load(sample);
        Instant later = Instant.parse("2026-12-01T17:00:00Z");
        assertThat(flows.runningOut(later))
                .isEqualTo(FlowLoader.check(sample, later))
                .extracting(problem -> problem.rule() + " " + problem.text())
                .containsExactly("HOLIDAYS_RUN_OUT the list `indonesia` ends on 2027-01-01; it names no holiday after"
                        + " that day");
    }
}
