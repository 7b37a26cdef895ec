package hotline;

import hotline.flow.DialledNumber;
import hotline.flow.FlowLoader;
import hotline.flow.FlowProblemsException;
import hotline.flow.QueueRules;
import hotline.flow.StaffedHours;
import hotline.flow.VoiceFlows;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hotline flows hours}: who is there at a time, and what callers hear. */
@Command(
        name = "hours",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Tells for each number and queue whether agents are there at a time, why, and what plays.")
final class FlowsHoursCommand implements Callable<Integer> {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ENGLISH);

    @Mixin
    private FlowFolder folder = new FlowFolder();

    @Option(
            names = "--at",
            paramLabel = "TIME",
            defaultValue = "",
            description = "as 2026-12-25T22:00, by the clock of the first number; now unless said otherwise")
    private String at = "";

    @Override
    public Integer call() {
        VoiceFlows flows;
        try {
            flows = FlowLoader.load(folder.get());
        } catch (FlowProblemsException e) {
            throw new UserException(e.getMessage());
        }
        ZonedDateTime moment = moment(flows.numbers().get(0).zone());
        for (DialledNumber number : flows.numbers()) {
            ZonedDateTime local = moment.withZoneSameInstant(number.zone());
            System.out.println(number.number().e164() + ", flow " + number.flow() + ", " + number.language() + ", "
                    + SHOWN.format(local) + " " + number.zone());
            for (QueueRules queue : flows.queues()) {
                System.out.println("  " + line(flows, number, queue, moment));
            }
        }
        return 0;
    }

    private ZonedDateTime moment(ZoneId zone) {
        if (at.isEmpty()) {
            return ZonedDateTime.now(Clock.system(zone));
        }
        try {
            return LocalDateTime.parse(at).atZone(zone);
        } catch (DateTimeException e) {
            throw new UserException("`" + at + "` is not a time; write it as 2026-12-25T22:00");
        }
    }

    private static String line(VoiceFlows flows, DialledNumber number, QueueRules queue, ZonedDateTime moment) {
        if (queue.staffed().isEmpty()) {
            return queue.skill() + ": open, round the clock";
        }
        StaffedHours hours = queue.staffed().get();
        ZoneId zone = hours.zone().orElse(flows.numbers().get(0).zone());
        LocalDateTime local = moment.withZoneSameInstant(zone).toLocalDateTime();
        String until = hours.findChange(local)
                .map(change -> "until " + SHOWN.format(change) + " " + zone)
                .orElse("with no change in sight");
        String line = queue.skill() + ": " + (hours.isOpen(local) ? "open" : "closed") + " " + until + " ("
                + why(hours, local.toLocalDate()) + ")";
        return hours.isOpen(local)
                ? line
                : line + "\n    plays: " + String.join(" ", flows.closedSays(number.language()));
    }

    private static String why(StaffedHours hours, LocalDate day) {
        List<StaffedHours.Span> spans = hours.spans(day);
        String shown = spans.isEmpty()
                ? "nobody"
                : String.join(", ", spans.stream().map(StaffedHours.Span::toString).toList());
        String kind = hours.special().containsKey(day)
                ? "special day"
                : hours.holidays().containsKey(day)
                        ? hours.holidays().getOrDefault(day, "holiday")
                        : day.getDayOfWeek().name().toLowerCase(Locale.ROOT);
        return hours.name() + ", " + kind + ": " + shown;
    }
}
