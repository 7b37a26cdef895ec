package hotline.flow;

import hotline.phone.Language;
import java.util.Optional;

/**
 * How far it is from the start of a flow to what callers ring for.
 *
 * @param flow the flow's name
 * @param shortest the way with the fewest keys, and of those the least to listen to; empty when no way leads there
 * @param longest the one with the most, which goes nowhere twice
 */
public record WayLength(
        String flow, Language language, Goal goal, Optional<Length> shortest, Optional<Length> longest) {
    /** What callers ring for. */
    public enum Goal {
        /** A ticket is opened. */
        TICKET,
        /** The caller stands in a queue; key 0 counts. */
        HUMAN
    }

    /**
     * The length of one way.
     *
     * @param keys that the caller presses
     * @param seconds of speech, heard in full
     */
    public record Length(int keys, double seconds) implements Comparable<Length> {
        Length plus(int moreKeys, double moreSeconds) {
            return new Length(keys + moreKeys, seconds + moreSeconds);
        }

        @Override
        public int compareTo(Length other) {
            return keys != other.keys ? Integer.compare(keys, other.keys) : Double.compare(seconds, other.seconds);
        }
    }
}
