package hotline.phone;

import java.util.Optional;

/**
 * Where somebody can be rung: a telephone, a SIP address, or a browser. Written as the carrier takes it for whom to call
 * (Twilio, "Making Calls", {@code To}).
 */
public sealed interface Endpoint permits PhoneNumber, SipAddress, BrowserPhone {
    /** In full, as {@code +6281234567890}, {@code sip:budi@example.com} or {@code client:budi}. */
    String address();

    /** For logs. */
    String masked();

    /** The endpoint that is written so, if it is one. */
    static Optional<Endpoint> find(String address) {
        try {
            if (address.startsWith(SipAddress.SCHEME)) {
                return Optional.of(new SipAddress(address));
            }
            return Optional.of(
                    address.startsWith(BrowserPhone.SCHEME)
                            ? new BrowserPhone(address.substring(BrowserPhone.SCHEME.length()))
                            : new PhoneNumber(address));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
