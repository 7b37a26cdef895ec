package hotline.flow;

import java.util.List;

/**
 * What one webhook is answered with.
 *
 * @param session where the call stands afterwards
 * @param passed the steps that were entered on the way, in order
 */
public record Turn(Session session, List<Utterance> utterances, Expect expect, List<Passed> passed) {
    public Turn {
        utterances = List.copyOf(utterances);
        passed = List.copyOf(passed);
    }
}
