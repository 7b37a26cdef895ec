package hotline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hours whose every line is right may still not be what was meant. 28 December 2026 is a Monday. */
class HoursChecksTest {
    private static List<String> told(String days) {
        SmallFlows flows = FlowMistakes.good().file("hours.yaml", "ours:\n  " + days.replace("; ", "\n  ") + "\n");
        List<FlowProblem> problems = FlowLoader.check(flows.files()).stream()
                .filter(problem -> problem.file().equals("hours.yaml"))
                .toList();
        PhrasesTest.areToldInBothLanguages(problems);
        return problems.stream().map(FlowProblem::toString).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            mon-thu: "08:00-17:00" | fri
            mon-thu: "08:00-17:00"; sat-sun: "08:00-12:00" | fri
            tue-sat: "08:00-17:00" | mon
            mon-fri: "08:00-17:00"; sun: "08:00-17:00" | sat
            """)
    void a_day_that_no_line_names_is_told(String days, String day) {
        assertThat(told(days))
                .containsExactly("hours.yaml:1:1: warning: `ours`: no line names " + day
                        + ", so nobody is there on that day; if it is meant so, write `" + day + ": closed`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mon-fri: \"08:00-17:00\"",
                "mon-sat: \"08:00-17:00\"",
                "mon-wed: \"08:00-17:00\"",
                "mon-thu: \"08:00-17:00\"; fri: closed",
                "mon-sun: \"00:00-24:00\"",
                "mon-sun: [\"08:00-12:00\", \"12:00-17:00\"]",
                "mon-sun: [\"13:00-17:00\", \"08:00-12:45\"]",
                "mon-sun: [\"08:00-12:00\", \"12:05-17:00\", \"12:00-12:05\"]",
                "mon-sun: \"00:15-24:00\"",
                "mon-sun: \"22:00-06:00\"",
            })
    void hours_as_they_are_usual_are_not(String days) {
        assertThat(told(days)).isEmpty();
    }

    @Test
    void a_short_pause_is_told_once_at_the_span_after_it() {
        assertThat(told("mon-fri: [\"12:14-17:00\", \"08:00-12:00\"]"))
                .containsExactly("hours.yaml:2:13: warning: between 08:00-12:00 and 12:14-17:00 there is a pause of"
                        + " only 14 min");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            mon-sun: "00:00-23:59" | 2 | 00:00-23:59 | 00:00-23:59 | 1
            mon: "22:00-06:00"; tue: "06:05-12:00" | 3 | 22:00-06:00 | 06:05-12:00 | 5
            mon: "22:00-06:00"; special:;   2026-12-29: "06:05-07:00" | 4 | 22:00-06:00 | 06:05-07:00 | 5
            """)
    void a_short_pause_over_midnight_is_told_once(String days, int line, String before, String after, int minutes) {
        assertThat(told(days))
                .singleElement()
                .asString()
                .startsWith("hours.yaml:" + line + ":")
                .endsWith(" warning: `ours`: between " + before + " and " + after
                        + " of the day after there is a pause of only " + minutes + " min");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            2026-12-28: "22:00-08:30" | 5 | 22:00-08:30 of 2026-12-28 goes on into 08:00-17:00
            2026-12-27: "22:00-08:30";   2026-12-28: "07:00-12:00" | 5 | 22:00-08:30 of 2026-12-27 goes on into 07:00-12:00
            2026-12-31: "05:00-12:00" | 5 | 21:00-06:00 of 2026-12-30 goes on into 05:00-12:00
            """)
    void a_special_day_that_meets_its_neighbor_is_told(String special, int line, String text) {
        assertThat(told("sun-tue: \"08:00-17:00\"; wed: \"21:00-06:00\"; special:;   " + special))
                .contains("hours.yaml:" + line + ":5: error: `ours`: " + text + " of the day after");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mon-sun: \"08:00-17:00\"; special:;   2026-12-28: \"22:00-08:30\";   2026-12-29: closed",
                "mon-sun: \"08:00-17:00\"; special:;   2026-12-28: \"22:00-08:00\"",
                "mon: \"22:00-06:00\"; special:;   2026-12-30: \"05:00-12:00\"",
            })
    void a_special_day_that_does_not_is_not(String days) {
        assertThat(told(days)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mno-fri, ; did you mean `mon-fri`?",
        "Mon - Fri, ; did you mean `mon-fri`?",
        "monday, ; did you mean `mon`?",
        "senin-jumat, ; did you mean `mon-fri`?",
        "zoen, ; did you mean `zone`?",
        "mon-tue-wed, '; write `mon`, or `mon-fri`'",
        "mon-, '; write `mon`, or `mon-fri`'",
        "daily, '; write `mon`, or `mon-fri`'",
    })
    void the_days_that_were_meant_are_told(String key, String hint) {
        assertThat(told(key + ": \"08:00-17:00\""))
                .contains("hours.yaml:2:3: error: `" + key + "` is no day of the week" + hint);
    }

    private static Stream<String> zones(String zone) {
        return told("zone: \"" + zone + "\"; mon: \"08:00-17:00\"").stream();
    }

    @ParameterizedTest
    @CsvSource({
        "asia/jakarta, ; did you mean `Asia/Jakarta`?",
        "new york, ; did you mean `America/New_York`?",
        "Asia/Makasar, ; did you mean `Asia/Makassar`?",
        "WITA, ; did you mean `Asia/Makassar`?",
        "GMT+7, '; name a place, as `Asia/Jakarta`'",
        "+07:00, '; name a place, as `Asia/Jakarta`'",
        "Z, '; name a place, as `Asia/Jakarta`'",
        "Nowhere, '; name a place, as `Asia/Jakarta`'",
    })
    void the_zone_that_was_meant_is_told(String zone, String hint) {
        assertThat(zones(zone)).containsExactly("hours.yaml:2:9: error: `" + zone + "` is not a time zone" + hint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Jakarta", "UTC", "America/Argentina/Buenos_Aires"})
    void a_name_of_the_database_is_a_zone(String zone) {
        assertThat(zones(zone)).isEmpty();
    }
}
