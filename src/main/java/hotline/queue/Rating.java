package hotline.queue;

import hotline.phone.Language;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody asked to rate a contact.
 *
 * @param agentName whom they spoke with
 * @param language what they speak
 * @param score 1 to 5, the best last; empty until they have rated it
 * @param hasNote whether they have added words to it
 */
public record Rating(
        UUID id,
        String agentName,
        Optional<String> ticket,
        Language language,
        Optional<Integer> score,
        boolean hasNote) {
    public static final int WORST = 1;
    public static final int BEST = 5;

    /** Whether this is a score. */
    public static boolean isScore(int score) {
        return score >= WORST && score <= BEST;
    }
}
