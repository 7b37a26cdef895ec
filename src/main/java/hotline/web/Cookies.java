package hotline.web;

import hotline.agent.KnownDevices;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * The cookies of the pages. Over TLS their names start with {@code __Host-}, with which a browser makes sure that they are
 * secure and this host's own (RFC 6265bis, section 4.1.3.2); the demo has no TLS.
 */
final class Cookies {
    private static final String SESSION = "hotline-session";
    private static final String VISITOR = "hotline-visitor";
    private static final String DEVICE = "hotline-device";
    private static final String OPENID = "hotline-openid";
    private static final String LANGUAGE = "hotline-language";
    private static final Duration YEAR = Duration.ofDays(365);

    private final SecureRandom random = new SecureRandom();
    private final boolean https;

    Cookies(boolean https) {
        this.https = https;
    }

    Optional<String> session(Context ctx) {
        return read(ctx, SESSION);
    }

    /** Ends with the browser; the server has its own, shorter idea of how long a session lasts. */
    void setSession(Context ctx, String token) {
        write(ctx, SESSION, token, -1);
    }

    void clearSession(Context ctx) {
        write(ctx, SESSION, "", 0);
    }

    /** By which a browser is known again that somebody has signed in from. */
    Optional<String> device(Context ctx) {
        return read(ctx, DEVICE);
    }

    void setDevice(Context ctx, String token) {
        write(ctx, DEVICE, token, (int) KnownDevices.LONGEST.toSeconds());
    }

    /** What a sign-in elsewhere has to match when it comes back. */
    Optional<String> openId(Context ctx) {
        return read(ctx, OPENID);
    }

    void setOpenId(Context ctx, String value) {
        write(ctx, OPENID, value, (int) Duration.ofMinutes(10).toSeconds());
    }

    void clearOpenId(Context ctx) {
        write(ctx, OPENID, "", 0);
    }

    Optional<String> language(Context ctx) {
        return read(ctx, LANGUAGE);
    }

    void setLanguage(Context ctx, String code) {
        write(ctx, LANGUAGE, code, (int) YEAR.toSeconds());
    }

    /** A random value that this browser keeps before anybody is signed in; given now if it has none. */
    String visitor(Context ctx) {
        return read(ctx, VISITOR).orElseGet(() -> {
            byte[] bytes = new byte[18];
            random.nextBytes(bytes);
            String value = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            write(ctx, VISITOR, value, -1);
            return value;
        });
    }

    private Optional<String> read(Context ctx, String name) {
        return Optional.ofNullable(ctx.cookie(fullName(name))).filter(value -> !value.isBlank());
    }

    private void write(Context ctx, String name, String value, int seconds) {
        Cookie cookie = new Cookie(fullName(name), value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(https);
        cookie.setSameSite(SameSite.LAX);
        cookie.setMaxAge(seconds);
        ctx.cookie(cookie);
    }

    private String fullName(String name) {
        return https ? "__Host-" + name : name;
    }
}
