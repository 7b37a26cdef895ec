package hotline.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;

/**
 * The headers that keep a page from being framed, sniffed, cached or fed with somebody else's script, on every answer and
 * on errors too (OWASP ASVS 5.0, section 3.4).
 */
final class SecurityHeaders implements Handler {
    private static final String POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    /** Where the carrier's Voice SDK goes (its README, "Content Security Policy"); the script itself comes from here. */
    private static final String WITH_SOFTPHONE = String.join(
            "; ",
            POLICY,
            "connect-src 'self' https://eventgw.twilio.com wss://voice-js.roaming.twilio.com https://media.twiliocdn.com"
                    + " https://sdk.twilio.com",
            "media-src 'self' mediastream: https://media.twiliocdn.com https://sdk.twilio.com");

    private final boolean https;

    /** @param https whether people reach the pages over TLS, so that their browser may insist on it */
    SecurityHeaders(boolean https) {
        this.https = https;
    }

    /** Lets the page that is answered now reach the carrier, for the softphone on it. */
    static void allowSoftphone(Context ctx) {
        ctx.header("Content-Security-Policy", WITH_SOFTPHONE);
    }

    @Override
    public void handle(Context ctx) {
        ctx.header("Content-Security-Policy", POLICY);
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Referrer-Policy", "no-referrer");
        ctx.header("Cross-Origin-Opener-Policy", "same-origin");
        if (https) {
            ctx.header("Strict-Transport-Security", "max-age=31536000");
        }
        ctx.header(
                "Cache-Control",
                ctx.path().startsWith("/assets/") || ctx.path().startsWith("/vendor/")
                        ? "no-cache" // may be kept, but is asked for again: an upgrade shows at once
                        : "no-store");
    }
}
