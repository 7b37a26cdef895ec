package hotline.flow;

import java.util.List;

/**
 * What one webhook is answered with.
 *
 * @param session where the call stands afterwards
 */
public record Turn(Session session, List<Utterance> utterances, Expect expect) {
    public Turn {
        utterances = List.copyOf(utterances);
    }
}
