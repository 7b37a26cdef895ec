package hotline.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/**
 * An error as the API tells it (RFC 9457). The type is always {@code about:blank}: the status says what kind of error it
 * is, the detail what to do.
 */
record Problem(String type, String title, int status, String detail) {
    static final String CONTENT_TYPE = "application/problem+json";

    static void send(Context ctx, HttpStatus status, String detail) {
        ctx.status(status)
                .json(new Problem("about:blank", status.getMessage(), status.getCode(), detail))
                .contentType(CONTENT_TYPE);
    }
}
