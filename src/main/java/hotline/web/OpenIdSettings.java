package hotline.web;

import java.net.URI;

/**
 * The shop's own sign-in, by OpenID Connect.
 *
 * @param issuer its address; what it can do stands under {@code /.well-known/openid-configuration} there
 * @param clientSecret never shown
 * @param redirectUri where it sends people back to: our {@link OpenIdRoutes#CALLBACK}, as it is registered there
 * @param claim which part of what it says of a person is their username here
 */
public record OpenIdSettings(URI issuer, String clientId, String clientSecret, URI redirectUri, String claim) {
    @Override
    public String toString() {
        return "OpenIdSettings[" + issuer + ", client " + clientId + ", by " + claim + "]";
    }
}
