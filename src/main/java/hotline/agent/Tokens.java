package hotline.agent;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes secrets for browsers to keep. */
final class Tokens {
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    /** A new one that nobody can guess: 43 characters that need no escaping anywhere. */
    String make() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
