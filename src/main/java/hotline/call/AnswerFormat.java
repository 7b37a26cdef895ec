package hotline.call;

import hotline.flow.Expect;
import hotline.flow.Utterance;
import java.util.List;
import java.util.Set;

/**
 * Writes the answer to a webhook in the carrier's own language. Who speaks is settled when it is written: a voice that fails later does not
 * change what was written.
 */
public interface AnswerFormat {
    /**
     * Writes one whole document.
     *
     * @param nextPath where the carrier asks for the next turn, under the public URL, as {@code /twilio/turn/3}; not used when
     *     the call ends
     * @param role who is on this leg, should it be put into a conference
     */
    String write(List<Utterance> utterances, Expect expect, String nextPath, ConferenceRole role);

    /** The carrier's names of the voices that a document which was written is to be said with. */
    Set<String> voices(String document);
}
