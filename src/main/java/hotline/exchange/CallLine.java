package hotline.exchange;

import java.time.Instant;

/**
 * One line of what goes on in the network, for those who follow it.
 *
 * @param about SID of the call or message
 * @param number the phone concerned
 * @param text a short sentence; keys that were pressed are in it unless the settings mask them
 */
public record CallLine(Instant at, Kind kind, String about, String number, String text) {
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
}
