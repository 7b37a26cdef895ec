package hotline.exchange;

import java.time.Duration;

/** How long a synthesized voice takes: about fifteen characters a second, which is normal speech. */
final class SpeechTime {
    private static final long MILLIS_PER_CHARACTER = 67;

    private SpeechTime() {}

    static Duration of(String words) {
        return Duration.ofMillis(words.length() * MILLIS_PER_CHARACTER);
    }
}
