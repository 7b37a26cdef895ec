package hotline.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The token that a page's forms send back, so that another site cannot make a browser send them (cross-site request
 * forgery). It is derived from a cookie that other sites cannot read; nothing has to be stored.
 */
final class FormToken {
    /** The form field and, for requests by script, the header that carry it. */
    static final String FIELD = "_token";

    static final String HEADER = "X-Form-Token";

    private FormToken() {}

    /** The token of whoever holds this cookie. */
    static String of(String cookie) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("form token of " + cookie).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether the two are the same, in the same time however much of them is. */
    static boolean matches(String expected, @Nullable String shown) {
        return shown != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }
}
