package hotline.twilio;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a webhook within bounds and lets only the carrier's own through. */
final class RequestReader {
    /** More than any webhook has: a text message may have 1,600 characters, of at most 12 bytes each as sent. */
    static final int MOST_BYTES = 64 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(RequestReader.class);
    private static final String SIGNATURE = "X-Twilio-Signature";

    private final SignatureCheck signatures;
    private final AtomicLong refused = new AtomicLong();

    RequestReader(SignatureCheck signatures) {
        this.signatures = signatures;
    }

    /** Throws a 413 beyond the bounds, and a 403 without a valid signature. */
    SignedRequest read(Context ctx) throws IOException {
        byte[] body = ctx.req().getInputStream().readNBytes(MOST_BYTES + 1);
        String rawQuery = ctx.req().getQueryString();
        String rawPath = ctx.req().getRequestURI();
        if (body.length > MOST_BYTES || (rawQuery != null && rawQuery.length() > MOST_BYTES)) {
            throw tooLarge("The request has more than 64 KB.");
        }
        boolean isForm = isForm(ctx.contentType(), body);
        Form query = form(rawQuery == null ? new byte[0] : rawQuery.getBytes(StandardCharsets.ISO_8859_1));
        Form posted = isForm ? form(body) : Form.EMPTY;
        String target = rawQuery == null ? rawPath : rawPath + "?" + rawQuery;
        String signature = ctx.header(SIGNATURE);
        boolean genuine =
                isForm ? signatures.accepts(target, posted, signature) : signatures.accepts(target, body, signature);
        if (!genuine) {
            refuse();
        }
        return new SignedRequest(ctx.path(), query, posted);
    }

    private static boolean isForm(@Nullable String contentType, byte[] body) {
        return body.length == 0 || (contentType != null && contentType.startsWith("application/x-www-form-urlencoded"));
    }

    private static Form form(byte[] text) {
        try {
            return Form.parse(text);
        } catch (Form.TooManyFieldsException e) {
            throw tooLarge("The request has more than " + Form.MOST_FIELDS + " parameters.");
        }
    }

    private static HttpResponseException tooLarge(String why) {
        return new HttpResponseException(HttpStatus.CONTENT_TOO_LARGE.getCode(), why);
    }

    /** Logged now and then only, so that forged requests do not fill the log; but the first of them, since it may be our own settings. */
    private void refuse() {
        long count = refused.incrementAndGet();
        if (count == 1 || count % 100 == 0) {
            LOG.warn(
                    "a webhook was refused, {} so far: its {} does not fit. If the carrier sent it, HOTLINE_PUBLIC_URL is not what"
                            + " the carrier calls, or TWILIO_AUTH_TOKEN is not the account's primary token",
                    count,
                    SIGNATURE);
        }
        throw new ForbiddenResponse("The signature is missing or does not fit.");
    }
}
