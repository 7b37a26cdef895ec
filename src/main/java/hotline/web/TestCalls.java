package hotline.web;

import java.net.URI;
import java.util.Optional;

/**
 * How flows that are not live are rung.
 *
 * @param voiceUrl the address that a number of the hotline asks when it is called
 * @param phones the page of a network that has phones for it; empty with a carrier, where a number has to be set to the address
 */
public record TestCalls(String voiceUrl, Optional<URI> phones) {
    private static final String FLOWS = "?flows=";

    /**
     * A version that can be rung.
     *
     * @param voiceUrl the address that a number asks to have its callers hear this version
     * @param phonePage the page with phones that hear it, if there is one
     */
    public record Ready(String version, String voiceUrl, Optional<String> phonePage) {}

    Ready ready(String version) {
        return new Ready(version, voiceUrl + FLOWS + version, phones.map(page -> page + "/" + FLOWS + version));
    }
}
