package hotline.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The secret that programs show to use the API: {@code Authorization: Bearer …} (RFC 6750). */
final class ApiToken {
    private static final String SCHEME = "bearer ";

    private final Optional<byte[]> secret;

    /** @param token empty when the API is off */
    ApiToken(Optional<String> token) {
        this.secret = token.filter(t -> !t.isBlank()).map(t -> t.getBytes(StandardCharsets.UTF_8));
    }

    boolean isApiOn() {
        return secret.isPresent();
    }

    /** Whether the header carries the secret; takes the same time however much of it is right. */
    boolean isIn(@Nullable String authorization) {
        if (secret.isEmpty()
                || authorization == null
                || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        byte[] shown = authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(shown, secret.get());
    }
}
