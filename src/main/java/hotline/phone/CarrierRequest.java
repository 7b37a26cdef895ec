package hotline.phone;

import java.util.List;

/**
 * What is asked of the carrier outside the answer to a webhook, in our words. Paths are relative to the public URL and
 * name one of our own webhooks, so that the carrier's answer finds its way back even when the reply to the request is lost.
 */
public sealed interface CarrierRequest {
    /**
     * Rings somebody.
     *
     * @param to whom: the address of an {@link Endpoint}
     * @param path the webhook asked for instructions when the call is answered; carries our own id of this attempt
     * @param statusPath the webhook told how the attempt goes on
     * @param ringSeconds how long to let it ring
     */
    record Dial(String to, String path, String statusPath, int ringSeconds) implements CarrierRequest {}

    /** Makes a call in progress ask for new instructions at {@code path}; nothing happens if it has ended. */
    record Redirect(String callSid, String path) implements CarrierRequest {}

    /** Ends a call, ringing or answered; nothing happens if it has ended. */
    record HangUp(String callSid) implements CarrierRequest {}

    /**
     * Sets how a call takes part in a room: all of it, so that the newest of several is the one that counts.
     *
     * @param room the name of the conference
     * @param holdPath the webhook that tells what a call on hold hears
     * @param coachedSid the call that alone hears this one; empty when everybody does
     */
    record TakePart(String room, String callSid, boolean onHold, String holdPath, boolean muted, String coachedSid)
            implements CarrierRequest {}

    /**
     * Looks whether somebody is with a call in a room. Changes nothing; what is found takes the place of a SID.
     *
     * @param room the name of the conference
     * @param company the calls of those who would be company
     */
    record LookIn(String room, String callSid, List<String> company) implements CarrierRequest {
        /** Nobody who would be company is there. */
        public static final String ALONE = "alone";

        /** The call itself has ended, or is none that the carrier knows. */
        public static final String OVER = "over";

        /** The call itself is not in the room, or not yet. */
        public static final String NOT_THERE = "not-there";

        /** Somebody is there. */
        public static final String IN_COMPANY = "in-company";
    }

    /**
     * Deletes a recording, which the carrier keeps for ever otherwise; nothing happens if it is gone.
     *
     * @param url as the carrier told it
     */
    record DeleteRecording(String url) implements CarrierRequest {}

    /**
     * Sends a text message.
     *
     * @param statusPath the webhook told whether it arrived
     * @param validSeconds after this time it is better not sent at all
     */
    record Text(String to, String body, String statusPath, int validSeconds) implements CarrierRequest {}
}
