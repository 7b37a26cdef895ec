package hotline.publish;

import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after one node's recordings. While they cannot be read, those that were seen count, and the flows go on. */
final class RecordingsWatch {
    private static final Logger log = LoggerFactory.getLogger(RecordingsWatch.class);

    private final Runnable look;
    private String trouble = "";

    /** @param look throws {@link UncheckedIOException} when they cannot be read */
    RecordingsWatch(Runnable look) {
        this.look = look;
    }

    /** Looks once; what is wrong is logged when it begins and when it changes. */
    void look() {
        try {
            look.run();
            if (!trouble.isEmpty()) {
                log.info("the recordings can be read again");
            }
            trouble = "";
        } catch (UncheckedIOException e) {
            String now = e.getMessage() + ": " + e.getCause();
            if (!now.equals(trouble)) {
                log.warn("{}; those that were seen before are played, and the voice says the rest", now);
            }
            trouble = now;
        }
    }
}
