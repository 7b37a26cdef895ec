package hotline.flow;

import hotline.phone.Language;
import java.util.Locale;
import java.util.Map;

/**
 * A sentence with what it is in each language.
 *
 * @param versions by language, the main one first; a language that does not have it is left out
 */
public record Sentence(String name, Kind kind, Map<Language, Version> versions) {
    /** Where a sentence goes. */
    public enum Kind {
        /** It is spoken. */
        PROMPT,
        /** It is sent as a text message. */
        MESSAGE;

        /** As it is written in a list. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The file that holds the sentences of a language, by its path in the folder. */
        String file(Language language) {
            return word() + "s/" + language.code() + ".yaml";
        }
    }

    /**
     * A sentence in one language.
     *
     * @param text with its placeholders, on one line
     * @param seconds how long it takes to say with ordinary values, at the longest; for a message, how long it would take
     * @param parts how many text messages it takes, at the most; for a prompt, how many it would take
     * @param isRecorded whether a recording is played in place of the voice
     */
    public record Version(String text, double seconds, int parts, boolean isRecorded) {}
}
