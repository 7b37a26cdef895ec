package hotline.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets the shop's own sign-in say who somebody is: OpenID Connect Core 1.0, the authorization code flow (section 3.1) with
 * PKCE (RFC 7636, S256). Keeps nothing of a sign-in under way; that is in the browser's {@link Ticket}.
 */
final class OpenId {
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int LONGEST_KEYS = 100_000;

    /** Keys that only the provider has; what needs the client's own secret, or none at all, proves less. */
    private static final Set<JWSAlgorithm> SIGNED_BY = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512,
            JWSAlgorithm.EdDSA);

    private final OpenIdSettings settings;
    private volatile @Nullable OIDCProviderMetadata provider;

    OpenId(OpenIdSettings settings) {
        this.settings = settings;
    }

    /**
     * What a sign-in must match when it comes back. Only this browser has it.
     *
     * @param verifier what proves to the provider that who redeems the code began the sign-in
     */
    record Ticket(String state, String nonce, String verifier) {
        static Ticket make() {
            return new Ticket(new State().getValue(), new Nonce().getValue(), new CodeVerifier().getValue());
        }

        /** The parts have no dots: they are base64url. */
        String write() {
            return state + "." + nonce + "." + verifier;
        }

        static Optional<Ticket> read(String written) {
            String[] parts = written.split("\\.", -1);
            return parts.length == 3 && parts[2].length() >= CodeVerifier.MIN_LENGTH
                    ? Optional.of(new Ticket(parts[0], parts[1], parts[2]))
                    : Optional.empty();
        }
    }

    /** The provider does not answer, or not as it should: nobody's fault who wants to sign in. */
    static final class AwayException extends Exception {
        AwayException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Somebody came back whom the provider did not vouch for. */
    static final class RefusedException extends Exception {
        RefusedException(String why) {
            super(why);
        }
    }

    /** Where to send somebody who wants to sign in. */
    URI begin(Ticket ticket) throws AwayException {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope("openid", "profile", "email"),
                        new ClientID(settings.clientId()),
                        settings.redirectUri())
                .endpointURI(provider().getAuthorizationEndpointURI())
                .state(new State(ticket.state()))
                .nonce(new Nonce(ticket.nonce()))
                .codeChallenge(new CodeVerifier(ticket.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /**
     * Who came back.
     *
     * @param query the parameters of the address that the provider sent them to, as they came
     * @return the username that the agreed claim names
     */
    String finish(Ticket ticket, String query) throws AwayException, RefusedException {
        AuthorizationCode code = code(ticket, query);
        JWT token = redeem(code, ticket);
        return username(check(token, ticket));
    }

    private AuthorizationCode code(Ticket ticket, String query) throws RefusedException {
        AuthenticationResponse response;
        try {
            response = AuthenticationResponseParser.parse(URI.create(settings.redirectUri() + "?" + query));
        } catch (ParseException | IllegalArgumentException e) {
            throw new RefusedException("the answer has neither a code nor an error");
        }
        // The state first: without it not even the error is known to be an answer to our question.
        if (!new State(ticket.state()).equals(response.getState())) {
            throw new RefusedException("wrong state");
        }
        if (!response.indicatesSuccess()) {
            throw new RefusedException("the provider says "
                    + response.toErrorResponse().getErrorObject().getCode());
        }
        AuthorizationCode code = response.toSuccessResponse().getAuthorizationCode();
        if (code == null) {
            throw new RefusedException("no code");
        }
        return code;
    }

    private JWT redeem(AuthorizationCode code, Ticket ticket) throws AwayException, RefusedException {
        TokenResponse response;
        try {
            HTTPRequest request = new TokenRequest(
                            provider().getTokenEndpointURI(),
                            new ClientSecretBasic(
                                    new ClientID(settings.clientId()), new Secret(settings.clientSecret())),
                            new AuthorizationCodeGrant(
                                    code, settings.redirectUri(), new CodeVerifier(ticket.verifier())),
                            null)
                    .toHTTPRequest();
            request.setConnectTimeout(TIMEOUT_MILLIS);
            request.setReadTimeout(TIMEOUT_MILLIS);
            request.setFollowRedirects(false);
            response = OIDCTokenResponseParser.parse(request.send());
        } catch (IOException | ParseException e) {
            throw new AwayException("the token endpoint did not answer as it should", e);
        }
        if (!response.indicatesSuccess()) {
            throw new RefusedException("the code was refused: "
                    + response.toErrorResponse().getErrorObject().getCode());
        }
        JWT token = ((OIDCTokenResponse) response.toSuccessResponse())
                .getOIDCTokens()
                .getIDToken();
        if (token == null) {
            throw new RefusedException("no ID token");
        }
        return token;
    }

    /** Issuer, audience, signature, times and nonce (OpenID Connect Core 1.0, section 3.1.3.7), by the library. */
    private IDTokenClaimsSet check(JWT token, Ticket ticket) throws AwayException, RefusedException {
        JWSAlgorithm algorithm =
                JWSAlgorithm.parse(token.getHeader().getAlgorithm().getName());
        if (!SIGNED_BY.contains(algorithm)) {
            throw new RefusedException("the ID token is not signed with a key of the provider: " + algorithm);
        }
        try {
            return new IDTokenValidator(
                            new Issuer(provider().getIssuer()),
                            new ClientID(settings.clientId()),
                            algorithm,
                            provider().getJWKSetURI().toURL(),
                            new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, LONGEST_KEYS))
                    .validate(token, new Nonce(ticket.nonce()));
        } catch (BadJOSEException e) {
            throw new RefusedException("the ID token does not hold: " + e.getMessage());
        } catch (JOSEException | IOException e) {
            throw new AwayException("the provider's keys cannot be read", e);
        }
    }

    /** An e-mail address says who somebody is only if the provider has seen that it is theirs. */
    private String username(IDTokenClaimsSet claims) throws RefusedException {
        if (settings.claim().equals("email") && !Boolean.TRUE.equals(claims.getBooleanClaim("email_verified"))) {
            throw new RefusedException("the e-mail address is not verified");
        }
        String value = claims.getStringClaim(settings.claim());
        if (value == null || value.isBlank()) {
            throw new RefusedException("the ID token has no " + settings.claim());
        }
        return value.strip().toLowerCase(Locale.ROOT);
    }

    /** Read when it is first needed, so that we start even if the provider does not answer; kept from then on. */
    private OIDCProviderMetadata provider() throws AwayException {
        OIDCProviderMetadata known = provider;
        if (known == null) {
            try {
                known = OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), TIMEOUT_MILLIS, TIMEOUT_MILLIS);
            } catch (GeneralException | IOException e) {
                throw new AwayException("what the provider can do cannot be read from " + settings.issuer(), e);
            }
            provider = known;
        }
        return known;
    }
}
