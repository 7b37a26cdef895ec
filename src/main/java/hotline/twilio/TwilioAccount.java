package hotline.twilio;

import java.net.URI;

/**
 * The account at the carrier.
 *
 * @param authToken opens the REST API, and signs what the carrier sends us; never printed
 * @param apiUrl base of the REST API: {@code https://api.twilio.com}, or a compatible carrier's, perhaps with a path
 */
public record TwilioAccount(String sid, String authToken, URI apiUrl) {
    @Override
    public String toString() {
        return "TwilioAccount[" + sid + " at " + apiUrl + "]";
    }
}
