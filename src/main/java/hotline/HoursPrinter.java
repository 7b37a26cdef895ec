package hotline;

import hotline.flow.DialledNumber;
import hotline.flow.QueueRules;
import hotline.flow.StaffedHours;
import hotline.flow.VoiceFlows;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Writes for each number and queue whether agents are there at a moment, why, until when, and what a caller hears. */
final class HoursPrinter {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ENGLISH);

    private final VoiceFlows flows;
    private final ZonedDateTime moment;

    HoursPrinter(VoiceFlows flows, ZonedDateTime moment) {
        this.flows = flows;
        this.moment = moment;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (DialledNumber number : flows.numbers()) {
            ZonedDateTime local = moment.withZoneSameInstant(number.zone());
            text.append(number.number().e164() + ", flow " + number.flow() + ", " + number.language() + ", "
                    + SHOWN.format(local) + " " + number.zone() + "\n");
            flows.queues()
                    .forEach(queue ->
                            text.append("  ").append(line(number, queue)).append('\n'));
        }
        return text.toString();
    }

    private String line(DialledNumber number, QueueRules queue) {
        if (queue.staffed().isEmpty()) {
            return queue.skill() + ": open round the clock";
        }
        StaffedHours hours = queue.staffed().get();
        ZoneId zone = hours.zone().orElse(flows.numbers().get(0).zone());
        LocalDateTime local = moment.withZoneSameInstant(zone).toLocalDateTime();
        String until = hours.findChange(local)
                .map(change -> "until " + SHOWN.format(change) + " " + zone)
                .orElse("with no change in sight");
        String line = queue.skill() + ": " + (hours.isOpen(local) ? "open " : "closed ") + until + " ("
                + why(hours, hours.dayOf(local)) + ")";
        return hours.isOpen(local)
                ? line
                : line + "\n    plays: " + String.join(" ", flows.closedSays(number.language()));
    }

    private static String why(StaffedHours hours, LocalDate day) {
        List<StaffedHours.Span> spans = hours.spans(day);
        String shown = spans.isEmpty()
                ? "nobody"
                : String.join(
                        ", ", spans.stream().map(StaffedHours.Span::toString).toList());
        String weekday = day.getDayOfWeek().name().toLowerCase(Locale.ROOT);
        String kind = hours.special().containsKey(day)
                ? "special day"
                : hours.findHoliday(day).orElse(weekday);
        return hours.name() + ", " + kind + ": " + shown;
    }
}
