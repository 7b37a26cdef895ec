package hotline.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a phone heard.
 *
 * @param id counts what this phone has heard, from 1
 * @param speaker {@code hotline}, {@code network}, or the number of the person who spoke
 * @param text the words; of an audio file its name; of a tone what it says, such as "ringing"
 * @param language of speech, as {@code id-ID}; null where nothing was said by a synthesized voice
 * @param audio address of the audio file, else null
 * @param inFull whether it was heard to its end; false while it still sounds, and where a key or a hang-up cut it off
 */
public record Heard(
        long id,
        Instant at,
        Kind kind,
        String speaker,
        String text,
        @Nullable String language,
        @Nullable String audio,
        boolean inFull) {
    /** What sort of sound it was. */
    public enum Kind {
        /** Words by a synthesized voice. */
        SPEECH,
        /** An audio file. */
        AUDIO,
        /** Ringing, beeps, busy tone, music that the network plays of itself. */
        TONE,
        /** A person at another phone. */
        PERSON
    }

    Heard toTheEnd() {
        return new Heard(id, at, kind, speaker, text, language, audio, true);
    }
}
