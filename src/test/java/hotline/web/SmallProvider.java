package hotline.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * A provider of OpenID Connect: signs for whoever comes, but checks the client as strictly as a real one, with PKCE, the
 * redirect and codes that work once. A test can make it misbehave.
 */
final class SmallProvider implements AutoCloseable {
    static final String CLIENT = "hotline";
    static final String SECRET = "a secret: with + and / in it";
    static final String BACK = "https://hotline.example.com" + OpenIdRoutes.CALLBACK;

    private record Begun(Map<String, String> query) {}

    /** Made once: a key takes longer than the rest of a test. */
    private static final RSAKey OWN_KEY = newKey();

    private static final RSAKey STRANGE_KEY = newKey();

    private final Map<String, Begun> codes = new HashMap<>();
    private final Javalin server;

    UnaryOperator<JWTClaimsSet.Builder> claims = builder -> builder;
    Signing signing = Signing.OWN_KEY;
    String error = "";

    enum Signing {
        OWN_KEY,
        ANOTHER_KEY,
        CLIENTS_SECRET,
        NONE
    }

    SmallProvider() {
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.get("/.well-known/openid-configuration", this::describe);
                    config.routes.get(
                            "/keys",
                            ctx -> ctx.contentType("application/json")
                                    .result(new JWKSet(OWN_KEY.toPublicJWK()).toString()));
                    config.routes.get("/authorize", this::authorize);
                    config.routes.post("/token", this::token);
                })
                .start("127.0.0.1", 0);
    }

    URI issuer() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    OpenIdSettings settings(String claim) {
        return new OpenIdSettings(issuer(), CLIENT, SECRET, URI.create(BACK), claim);
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void describe(Context ctx) {
        ctx.contentType("application/json").result("""
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/keys", "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"]}""".formatted(issuer()));
    }

    private void authorize(Context ctx) {
        Map<String, String> query = new HashMap<>();
        ctx.queryParamMap().forEach((name, values) -> query.put(name, values.get(0)));
        boolean right = CLIENT.equals(query.get("client_id"))
                && BACK.equals(query.get("redirect_uri"))
                && "code".equals(query.get("response_type"))
                && "S256".equals(query.get("code_challenge_method"))
                && query.getOrDefault("code_challenge", "").length() == 43
                && query.getOrDefault("scope", "").contains("openid")
                && query.containsKey("nonce");
        if (!right) {
            ctx.status(400).result("refused: " + query);
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, new Begun(query));
        String state = URLEncoder.encode(query.get("state"), StandardCharsets.UTF_8);
        ctx.redirect(BACK + (error.isEmpty() ? "?code=" + code : "?error=" + error) + "&state=" + state);
    }

    private void token(Context ctx) throws JOSEException, NoSuchAlgorithmException {
        Begun begun = codes.remove(String.valueOf(ctx.formParam("code")));
        String basic = Base64.getEncoder()
                .encodeToString((CLIENT + ":" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
        String challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256")
                        .digest(String.valueOf(ctx.formParam("code_verifier")).getBytes(StandardCharsets.US_ASCII)));
        ctx.contentType("application/json");
        if (!("Basic " + basic).equals(ctx.header("Authorization"))) {
            ctx.status(401).result("{\"error\": \"invalid_client\"}");
        } else if (begun == null
                || !challenge.equals(begun.query().get("code_challenge"))
                || !BACK.equals(ctx.formParam("redirect_uri"))) {
            ctx.status(400).result("{\"error\": \"invalid_grant\"}");
        } else {
            ctx.result("{\"access_token\": \"unused\", \"token_type\": \"Bearer\", \"id_token\": \""
                    + sign(begun).serialize() + "\"}");
        }
    }

    private JWT sign(Begun begun) throws JOSEException {
        Instant now = Instant.now();
        JWTClaimsSet set = claims.apply(new JWTClaimsSet.Builder()
                        .issuer(issuer().toString())
                        .subject("4711")
                        .audience(CLIENT)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(300)))
                        .claim("nonce", begun.query().get("nonce"))
                        .claim("preferred_username", "ani"))
                .build();
        if (signing == Signing.NONE) {
            return new PlainJWT(set);
        }
        boolean shared = signing == Signing.CLIENTS_SECRET;
        JWSHeader header = new JWSHeader.Builder(shared ? JWSAlgorithm.HS256 : JWSAlgorithm.RS256)
                .keyID(shared ? null : OWN_KEY.getKeyID())
                .build();
        SignedJWT token = new SignedJWT(header, set);
        token.sign(
                shared
                        ? new MACSigner((SECRET + SECRET).getBytes(StandardCharsets.UTF_8))
                        : new RSASSASigner(signing == Signing.OWN_KEY ? OWN_KEY : STRANGE_KEY));
        return token;
    }

    @Override
    public void close() {
        server.stop();
    }
}
