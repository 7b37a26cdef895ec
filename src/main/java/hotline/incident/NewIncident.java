package hotline.incident;

import hotline.phone.Language;
import java.time.Instant;
import java.util.Map;

/**
 * What callers about a topic are to be told.
 *
 * @param words what is said, in every language that is spoken
 * @param endsAt when it is no longer said
 * @param by the username of who switched it on
 */
public record NewIncident(String topic, Map<Language, String> words, Instant endsAt, String by) {
    /** In characters; at normal speech some 20 seconds. */
    public static final int LONGEST_WORDS = 300;

    public NewIncident {
        words = Map.copyOf(words);
    }
}
