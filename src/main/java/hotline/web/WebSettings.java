package hotline.web;

import java.util.Optional;

/**
 * What the pages and the API have to be told.
 *
 * @param https whether people reach the pages over TLS; the demo's are not
 * @param apiToken the bearer token of the API; without one it is off
 */
public record WebSettings(boolean https, Optional<String> apiToken) {
    @Override
    public String toString() {
        return "WebSettings[https=" + https + ", API " + (apiToken.isPresent() ? "on" : "off") + "]";
    }
}
