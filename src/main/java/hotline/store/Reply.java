package hotline.store;

import java.time.Duration;

/** What the carrier made of a request. Reasons are for people and may hold phone numbers. */
public sealed interface Reply {
    /**
     * It took effect.
     *
     * @param sid the carrier's name for the call or message
     */
    record Done(String sid) implements Reply {}

    /**
     * It certainly took no effect and may be sent again: too many requests (429), or no connection at all.
     *
     * @param after not before this time; zero if the carrier did not say
     */
    record Later(Duration after, String reason) implements Reply {}

    /**
     * It took no effect and never will.
     *
     * @param code the carrier's number for the reason; 0 if it gave none
     */
    record Refused(int code, String reason) implements Reply {}

    /** It may have taken effect: a time-out, a connection lost in mid-request, a server error. */
    record Unknown(String reason) implements Reply {}
}
