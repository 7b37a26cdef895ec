package hotline;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes secrets. */
final class Secrets {
    private static final int BYTES = 16;

    private Secrets() {}

    /** A new token that nobody can guess. */
    static String token() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
