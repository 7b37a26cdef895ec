package hotline;

import hotline.flow.VoiceFlows;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
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
        VoiceFlows flows = folder.load();
        ZonedDateTime moment = moment(flows.numbers().get(0).zone());
        System.out.print(new HoursPrinter(flows, moment).text());
        return 0;
    }

    private ZonedDateTime moment(ZoneId zone) {
        if (at.isEmpty()) {
            return ZonedDateTime.now(Clock.system(zone));
        }
        return AtOption.parse(at).atZone(zone);
    }
}
