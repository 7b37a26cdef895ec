package hotline.phone;

import java.util.regex.Pattern;

/**
 * A telephone on a network (RFC 3261, section 19.1), without port or parameters: those belong into the switchboard.
 *
 * @param address as {@code sip:budi@example.com}; at most 120 characters
 */
public record SipAddress(String address) implements Endpoint {
    static final String SCHEME = "sip:";

    private static final int LONGEST = 120;
    private static final Pattern SIP =
            Pattern.compile("sip:[A-Za-z0-9._+-]+@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9-]+)+");

    public SipAddress {
        if (address.length() > LONGEST || !SIP.matcher(address).matches()) {
            throw new IllegalArgumentException("not a SIP address as sip:budi@example.com: " + address);
        }
    }

    /** The network, and of the person the first letter. */
    @Override
    public String masked() {
        return address.substring(0, SCHEME.length() + 1) + "…" + address.substring(address.indexOf('@'));
    }

    @Override
    public String toString() {
        return masked();
    }
}
