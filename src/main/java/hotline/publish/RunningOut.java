package hotline.publish;

import hotline.flow.VoiceFlows;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator what of the live flows is over or soon will be: once a day, and when others go live. */
final class RunningOut {
    private static final Logger log = LoggerFactory.getLogger(RunningOut.class);

    private Optional<Told> last = Optional.empty();

    private record Told(String version, LocalDate day) {}

    void tell(VoiceFlows live, Instant now) {
        Optional<Told> next = Optional.of(new Told(live.version(), LocalDate.ofInstant(now, ZoneOffset.UTC)));
        if (!next.equals(last)) {
            last = next;
            live.runningOut(now)
                    .forEach(problem ->
                            log.warn("{} ({})", problem, problem.rule().mend()));
        }
    }
}
