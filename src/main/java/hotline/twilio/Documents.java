package hotline.twilio;

import io.javalin.http.Context;

/** How documents are sent: as XML that says how it is encoded, or the carrier refuses it (Twilio, error 12300). */
final class Documents {
    private Documents() {}

    static void twiml(Context ctx, String document) {
        ctx.contentType("text/xml; charset=utf-8").result(document);
    }
}
