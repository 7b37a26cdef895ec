package hotline.exchange;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * One line of what goes on in the network, for those who follow it.
 *
 * @param about SID of the call or message
 * @param number the phone concerned
 * @param text a short sentence; keys that were pressed are in it
 */
public record CallLine(Instant at, Kind kind, String about, String number, String text) {
    private static final DateTimeFormatter TIME_OF_DAY =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    /** What sort of thing happened. */
    public enum Kind {
        /** A phone rings or is rung. */
        RING,
        /** A call was answered. */
        ANSWER,
        /** Something was said or played to a phone. */
        HEAR,
        /** Keys were pressed, or a person spoke. */
        INPUT,
        /** A call joined or left a conference. */
        CONFERENCE,
        /** A text message. */
        MESSAGE,
        /** A call ended. */
        END,
        /** A complaint. */
        COMPLAINT
    }

    /** For a terminal: the time of day, the phone, and what happened. */
    @Override
    public String toString() {
        return TIME_OF_DAY.format(at) + String.format("  %-16s", number) + text;
    }
}
