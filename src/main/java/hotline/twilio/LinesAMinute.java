package hotline.twilio;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets so many lines into the log a minute, and counts the others: what goes wrong in every call would fill it. */
final class LinesAMinute {
    static final int MOST = 20;

    private static final Logger LOG = LoggerFactory.getLogger(LinesAMinute.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Clock clock;
    private Instant begunAt = Instant.MIN;
    private int lines;

    LinesAMinute(Clock clock) {
        this.clock = clock;
    }

    synchronized void log(Runnable line) {
        Instant now = clock.instant();
        if (begunAt.isBefore(now.minus(MINUTE)) || begunAt.isAfter(now)) {
            if (lines > MOST) {
                LOG.warn(
                        "the carrier's debugger told {} things more within a minute; its console has them",
                        lines - MOST);
            }
            begunAt = now;
            lines = 0;
        }
        if (++lines <= MOST) {
            line.run();
        }
    }
}
