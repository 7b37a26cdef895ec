package hotline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import hotline.phone.BrowserPhone;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
    private static final String SECRET = "an-api-secret-of-32-characters-!";

    @Test
    void a_token_lets_one_browser_be_rung_for_ten_minutes_and_nothing_else() throws Exception {
        Instant before = Instant.now();
        String token = new AccessTokens("AC1", new ApiKey("SK1", SECRET)).issue(new BrowserPhone("budi"));

        SignedJWT jwt = SignedJWT.parse(token);
        assertThat(jwt.verify(new MACVerifier(SECRET))).isTrue();
        assertThat(jwt.getHeader().toJSONObject()).containsEntry("cty", "twilio-fpa;v=1");
        var claims = jwt.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("SK1");
        assertThat(claims.getSubject()).isEqualTo("AC1");
        assertThat(claims.getExpirationTime().toInstant())
                .isBetween(
                        before.plus(AccessTokens.LIFETIME).minusSeconds(1),
                        Instant.now().plus(AccessTokens.LIFETIME));
        assertThat(claims.getJSONObjectClaim("grants"))
                .isEqualTo(Map.of("identity", "budi", "voice", Map.of("incoming", Map.of("allow", true))));
    }
}
