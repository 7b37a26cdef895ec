package hotline.web;

import hotline.phone.BrowserPhone;
import hotline.phone.Endpoint;
import hotline.phone.PhoneNumber;
import hotline.phone.PhoneNumbers;
import hotline.phone.SipAddress;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How an agent is rung, as the API and the settings name it. */
enum ReachedBy {
    PHONE,
    SIP,
    BROWSER;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ReachedBy> find(String word) {
        return Arrays.stream(values()).filter(way -> way.word().equals(word)).findFirst();
    }

    static ReachedBy of(Endpoint endpoint) {
        if (endpoint instanceof PhoneNumber) {
            return PHONE;
        }
        return endpoint instanceof SipAddress ? SIP : BROWSER;
    }

    /**
     * The endpoint of somebody who is reached in this way, if what was written is one.
     *
     * @param written a number or a SIP address; not looked at for a browser
     * @param username whose browser
     */
    Optional<? extends Endpoint> read(String written, String username) {
        String text = written.strip();
        return switch (this) {
            case PHONE ->
                PhoneNumbers.caller(text) // any international number: a shop's own switchboard may be in no public plan
                        .or(() -> PhoneNumbers.parse(text, "ID"));
            case SIP ->
                Endpoint.find(text.startsWith("sip:") ? text : "sip:" + text).filter(SipAddress.class::isInstance);
            case BROWSER -> Endpoint.find(new BrowserPhone(username).address());
        };
    }
}
