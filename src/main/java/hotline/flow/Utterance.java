package hotline.flow;

import hotline.phone.Language;
import java.util.Map;

/** One thing the caller hears. */
public sealed interface Utterance {
    /**
     * Speech by the carrier's voice.
     *
     * @param prompt the name of the sentence
     * @param values those that it mentions, by name
     * @param voice the carrier's name of the voice, as {@code Google.id-ID-Wavenet-A}
     */
    record Say(String prompt, Map<String, String> values, Language language, String voice, String text)
            implements Utterance {
        public Say {
            values = Map.copyOf(values);
        }
    }

    /** A recording, by its path under the public URL. */
    record Play(String path) implements Utterance {}
}
