package hotline.publish;

import hotline.flow.Phrase;
import java.time.Instant;
import java.util.List;

/**
 * An edit of a node's folder that did not go live.
 *
 * @param problems one line each, for whoever has to mend them
 * @param first the first of them, without anybody's name or words, for readers who have not signed in
 */
public record Refusal(Instant at, List<Phrase> problems, Phrase first) {
    public Refusal {
        problems = List.copyOf(problems);
    }
}
