package hotline.publish;

import java.time.Instant;
import java.util.List;

/**
 * An edit of a node's folder that did not go live.
 *
 * @param problems one line each, for whoever has to mend them
 */
public record Refusal(Instant at, List<String> problems) {
    public Refusal {
        problems = List.copyOf(problems);
    }
}
