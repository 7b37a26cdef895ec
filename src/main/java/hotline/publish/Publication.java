package hotline.publish;

import java.time.Instant;
import java.util.Optional;

/**
 * A version of the flows that went live.
 *
 * @param id later ones have higher ones
 * @param by the username of who published it; empty for what was found in a node's folder
 * @param reason in the words of who published it
 */
public record Publication(long id, String version, Instant at, Optional<String> by, String reason) {}
