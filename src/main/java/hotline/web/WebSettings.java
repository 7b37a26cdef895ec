package hotline.web;

import java.util.List;
import java.util.Optional;

/**
 * What the pages and the API have to be told.
 *
 * @param https whether people reach the pages over TLS; the demo's are not
 * @param apiToken the bearer token of the API; without one it is off
 * @param trustedProxies who may say where a request comes from
 * @param openId the shop's own sign-in, if it has one
 * @param softphone lets agents be rung in their browser, if the carrier does
 */
public record WebSettings(
        boolean https,
        Optional<String> apiToken,
        List<AddressRange> trustedProxies,
        Optional<OpenIdSettings> openId,
        Optional<Softphone> softphone) {
    public WebSettings {
        trustedProxies = List.copyOf(trustedProxies);
    }

    /** Without a proxy in front, and with nothing that a shop may or may not have. */
    public WebSettings(boolean https, Optional<String> apiToken) {
        this(https, apiToken, List.of(), Optional.empty(), Optional.empty());
    }

    @Override
    public String toString() {
        return "WebSettings[https=" + https + ", API " + (apiToken.isPresent() ? "on" : "off") + ", proxies "
                + trustedProxies + ", " + openId.map(OpenIdSettings::toString).orElse("passwords only") + "]";
    }
}
