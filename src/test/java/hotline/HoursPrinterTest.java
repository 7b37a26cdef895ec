package hotline;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.flow.FlowLoader;
import hotline.flow.VoiceFlows;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the sample hotline would play at some time, if its agents went home in the evening. */
class HoursPrinterTest {
    private static VoiceFlows office() {
        Map<String, String> files =
                new TreeMap<>(FlowLoader.load(Path.of("voice-flows")).sources());
        files.computeIfPresent("queues.yaml", (name, text) -> text.replace("hours: always", "hours: office"));
        return FlowLoader.load(files);
    }

    private static String at(String time) {
        return new HoursPrinter(office(), LocalDateTime.parse(time).atZone(ZoneId.of("Asia/Jakarta"))).text();
    }

    @Test
    void on_a_holiday_nobody_is_there_and_the_prompt_for_closed_queues_plays() {
        assertThat(at("2026-12-25T22:00"))
                .contains("+62215550001, flow hotline, id, Fri 2026-12-25 22:00 Asia/Jakarta")
                .contains("  other: closed until Sat 2026-12-26 08:00 Asia/Jakarta"
                        + " (office, Kelahiran Yesus Kristus (Natal): nobody)\n    plays: ")
                .contains("+12025550143, flow hotline, en, Fri 2026-12-25 10:00 America/New_York")
                .contains("plays: Our agents are off duty right now.");
    }

    @Test
    void on_a_special_day_its_own_hours_hold() {
        assertThat(at("2026-12-24T14:00"))
                .contains("other: open until Thu 2026-12-24 15:00 Asia/Jakarta (office, special day: 08:00-15:00)");
    }

    @Test
    void on_other_days_the_week_holds() {
        assertThat(at("2026-11-24T06:00"))
                .contains("other: closed until Tue 2026-11-24 07:00 Asia/Jakarta (office, tuesday: 07:00-22:00)");
    }

    @Test
    void after_midnight_the_evening_before_is_told_while_its_hours_go_on() {
        Map<String, String> files = new TreeMap<>(office().sources());
        files.computeIfPresent(
                "hours.yaml",
                (name, text) -> text.replace("mon-fri: \"07:00-22:00\"", "mon-fri: \"22:00-06:00\"")
                        .replace("  sat-sun: \"08:00-20:00\"\n", ""));
        String text = new HoursPrinter(
                        FlowLoader.load(files),
                        LocalDateTime.parse("2026-11-28T02:00").atZone(ZoneId.of("Asia/Jakarta")))
                .text();
        assertThat(text).contains("other: open until Sat 2026-11-28 06:00 Asia/Jakarta (office, friday: 22:00-06:00)");
    }
}
