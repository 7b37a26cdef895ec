package hotline.twilio;

import java.time.Duration;
import java.util.Optional;

/** How long recordings are. */
@FunctionalInterface
public interface AudioLengths {
    /** The length of the recording at this path under the public URL; empty when it cannot be told. */
    Optional<Duration> find(String path);
}
