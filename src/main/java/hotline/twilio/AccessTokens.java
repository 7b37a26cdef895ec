package hotline.twilio;

import com.twilio.jwt.accesstoken.AccessToken;
import com.twilio.jwt.accesstoken.VoiceGrant;
import hotline.phone.BrowserPhone;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Access tokens for browsers that are rung (Twilio, "Access Tokens"): one identity, calls coming in only. */
public final class AccessTokens {
    /** The desk asks for the next one before this is over; what somebody copied is soon worth nothing. */
    static final Duration LIFETIME = Duration.ofMinutes(10);

    private final String accountSid;
    private final ApiKey key;

    public AccessTokens(String accountSid, ApiKey key) {
        this.accountSid = accountSid;
        this.key = key;
    }

    /** A token with which a browser can be rung as this phone. */
    public String issue(BrowserPhone phone) {
        return new AccessToken.Builder(accountSid, key.sid(), key.secret().getBytes(StandardCharsets.UTF_8))
                .identity(phone.identity())
                .ttl((int) LIFETIME.toSeconds())
                .grant(new VoiceGrant().setIncomingAllow(true))
                .build()
                .toJwt();
    }
}
