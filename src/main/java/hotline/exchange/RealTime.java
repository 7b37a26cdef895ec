package hotline.exchange;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Time as the clock on the wall gives it: a thread runs what is due. */
final class RealTime implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RealTime.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Timeline timeline = new Timeline(Clock.systemUTC());
    private final Thread thread = new Thread(this::run, "exchange");

    RealTime() {
        thread.setDaemon(true);
        thread.start();
    }

    Timeline timeline() {
        return timeline;
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (!runOne()) {
                    timeline.awaitWork(LONGEST_WAIT);
                }
            }
        } catch (InterruptedException closed) {
            log.debug("the phone network's clock has stopped");
        }
    }

    private boolean runOne() {
        try {
            return timeline.runDue();
        } catch (RuntimeException fault) {
            log.error("the phone network failed at one event and goes on with the next", fault);
            return true;
        }
    }
}
