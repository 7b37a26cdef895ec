package hotline.twilio;

import com.twilio.exception.ApiConnectionException;
import hotline.phone.CarrierRequest;
import hotline.store.Reply;
import java.time.Duration;
import java.util.Map;

/** What an error of the carrier's REST API means for a request, in our words. The only place that knows Twilio's numbers. */
final class CarrierErrors {
    private static final int AUTHENTICATE = 20003; // "Permission Denied": the token is wrong, or the account is closed
    static final int NOT_FOUND = 20404; // "Not found"
    private static final int INVALID_CALL_STATE = 21220; // "Invalid call state"

    static final String NOT_IN_ROOM = "the call is not in the conference, or not yet";

    /** Twilio is full for the moment, and says that it did not take the request. */
    private static final Map<Integer, Wait> FULL = Map.of(
            10004, new Wait("Call concurrency limit exceeded", Duration.ofSeconds(30)),
            20429, new Wait("Too Many Requests", Duration.ZERO),
            21611,
                    new Wait(
                            "This 'From' number has exceeded the maximum number of queued messages",
                            Duration.ofMinutes(10)),
            22005, new Wait("Call Queue Full", Duration.ofMinutes(10)),
            30001, new Wait("Queue overflow", Duration.ofMinutes(10)));

    /** Twilio's wording of what it will never do for this number or account. */
    private static final Map<Integer, String> REFUSALS = Map.ofEntries(
            Map.entry(21201, "No 'To' number specified"),
            Map.entry(21202, "'To' number is a premium number"),
            Map.entry(21203, "International calling not enabled"),
            Map.entry(21205, "Invalid URL"),
            Map.entry(21210, "'From' phone number not verified"),
            Map.entry(21211, "Invalid 'To' Phone Number"),
            Map.entry(21212, "Invalid 'From' Phone Number"),
            Map.entry(21214, "'To' phone number cannot be reached"),
            Map.entry(21215, "Account not authorized to call phone number"),
            Map.entry(21216, "Account not allowed to call phone number"),
            Map.entry(21217, "Phone number does not appear to be valid"),
            Map.entry(21219, "'To' phone number not verified"),
            Map.entry(
                    21408,
                    "Permission to send an SMS has not been enabled for the region indicated by the 'To' number"),
            Map.entry(21606, "The 'From' phone number provided is not a valid, message-capable Twilio phone number"),
            Map.entry(21608, "The 'To' number is unverified; trial accounts cannot send messages to it"),
            Map.entry(21610, "Attempt to send to unsubscribed recipient"),
            Map.entry(21612, "The 'To' phone number is not currently reachable via SMS"),
            Map.entry(21614, "'To' number is not a valid mobile number"),
            Map.entry(21617, "The concatenated message body exceeds the 1600 character limit"));

    private record Wait(String wording, Duration length) {}

    private CarrierErrors() {}

    /** What an exception of the transport or the SDK means. */
    static Reply reply(RuntimeException e, CarrierRequest request) {
        if (e instanceof TwilioApi.NotInRoomException) {
            return new Reply.Later(Duration.ZERO, NOT_IN_ROOM);
        }
        if (e instanceof RecordingUnavailableException) {
            return new Reply.Refused(0, String.valueOf(e.getMessage()));
        }
        if (e instanceof TwilioTransport.NotConnectedException) {
            return new Reply.Later(Duration.ZERO, reason(e));
        }
        if (e instanceof CarrierErrorException error) {
            return error.status() < 500 && error.status() >= 400 && error.status() != 408
                    ? refused(error, request)
                    : unclear(reason(error), request);
        }
        return unclear(reason(e), request);
    }

    /** For logs: never a message that the carrier or the SDK wrote, which may repeat a number or a text. */
    static String reason(RuntimeException e) {
        boolean ours = e instanceof CarrierErrorException || e instanceof ApiConnectionException;
        String message = ours ? e.getMessage() : null;
        return message == null
                ? "a reply that is not understood: " + e.getClass().getSimpleName()
                : message;
    }

    private static Reply refused(CarrierErrorException error, CarrierRequest request) {
        int code = error.code();
        if (error.status() == 429 || FULL.containsKey(code)) {
            Wait wait = FULL.getOrDefault(code, new Wait("Too Many Requests", Duration.ZERO));
            Duration length = error.retryAfter().isZero() ? wait.length() : error.retryAfter();
            return new Reply.Later(length, code + " " + wait.wording());
        }
        if (error.status() == 401 || code == AUTHENTICATE) {
            // Nothing is wrong with the request: it waits until the settings are right.
            return new Reply.Later(
                    Duration.ofMinutes(1), AUTHENTICATE + " Permission Denied; is TWILIO_AUTH_TOKEN right?");
        }
        if (code == INVALID_CALL_STATE || (code == NOT_FOUND && error.status() == 404)) {
            if (request instanceof CarrierRequest.TakePart) {
                return new Reply.Later(Duration.ZERO, NOT_IN_ROOM);
            }
            if (request instanceof CarrierRequest.LookIn) {
                return new Reply.Done(CarrierRequest.LookIn.NOT_THERE);
            }
            if (request instanceof CarrierRequest.DeleteRecording recording) {
                return new Reply.Done(recording.url().replaceAll(".*/", ""));
            }
            if (request instanceof CarrierRequest.Redirect redirect) {
                return new Reply.Done(redirect.callSid());
            }
            if (request instanceof CarrierRequest.HangUp hangUp) {
                return new Reply.Done(hangUp.callSid());
            }
        }
        return new Reply.Refused(code, REFUSALS.getOrDefault(code, reason(error)));
    }

    /**
     * It is not known whether it took effect. To hang up once more is safe (Twilio, error 20500, names it); to ring or to write once
     * more is not; and to redirect once more would tear a caller who was redirected already out of the conversation.
     */
    private static Reply unclear(String reason, CarrierRequest request) {
        boolean harmless = request instanceof CarrierRequest.HangUp
                || request instanceof CarrierRequest.TakePart
                || request instanceof CarrierRequest.LookIn
                || request instanceof CarrierRequest.DeleteRecording;
        return harmless ? new Reply.Later(Duration.ZERO, reason) : new Reply.Unknown(reason);
    }
}
