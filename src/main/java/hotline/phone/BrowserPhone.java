package hotline.phone;

import java.util.regex.Pattern;

/**
 * The softphone in somebody's browser.
 *
 * @param identity whose: small letters, digits, dot, dash, underscore, at sign; at most 60, well within what the carrier
 *     allows (Twilio, error 31105, "Invalid client name")
 */
public record BrowserPhone(String identity) implements Endpoint {
    static final String SCHEME = "client:";

    private static final Pattern IDENTITY = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,59}");

    public BrowserPhone {
        if (!IDENTITY.matcher(identity).matches()) {
            throw new IllegalArgumentException("not the name of a browser's phone: " + identity);
        }
    }

    @Override
    public String address() {
        return SCHEME + identity;
    }

    @Override
    public String masked() {
        return address();
    }
}
