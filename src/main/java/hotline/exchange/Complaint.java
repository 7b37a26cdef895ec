package hotline.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that Hotline did and Twilio would not accept, or would show in its debugger.
 *
 * @param code Twilio's error code (https://www.twilio.com/docs/api/errors)
 * @param callSid the call or message concerned, where there is one
 * @param url the webhook or REST address concerned
 */
public record Complaint(
        Instant at,
        int code,
        String message,
        @Nullable String callSid,
        @Nullable String url) {

    @Override
    public String toString() {
        return code + " " + message + (url == null ? "" : " at " + url) + (callSid == null ? "" : " in " + callSid);
    }
}
