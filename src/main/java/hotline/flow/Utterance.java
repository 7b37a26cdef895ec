package hotline.flow;

import hotline.phone.Language;
import java.util.Map;

/** One thing the caller hears. */
public sealed interface Utterance {
    /**
     * Speech by one of the carrier's voices.
     *
     * @param prompt the name of the sentence
     * @param values those that it mentions, by name
     * @param voice who says it, or the fallback
     */
    record Say(String prompt, Map<String, String> values, Language language, Voice voice, String text)
            implements Utterance {
        public Say {
            values = Map.copyOf(values);
        }
    }

    /** A recording, by its path under the public URL. */
    record Play(String path) implements Utterance {}
}
