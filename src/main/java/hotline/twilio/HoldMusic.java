package hotline.twilio;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;

/**
 * What somebody hears who is put on hold in a conference. The document may hold {@code <Play>}, {@code <Say>}, {@code <Pause>} and
 * {@code <Redirect>} only (Twilio, "Conference Participant resource", {@code HoldUrl}); {@code loop="0"} plays until they are
 * taken off hold (Twilio, "TwiML Voice: Play").
 */
final class HoldMusic {
    static final String PATH = "/twilio/hold";

    private final RequestReader reader;
    private final String document;

    /** @param music the path of the recording under the public URL */
    HoldMusic(RequestReader reader, PublicUrl publicUrl, String music) {
        this.reader = reader;
        this.document =
                new Twiml().text("Play", publicUrl.of(music), "loop", "0").end();
    }

    void addTo(JavalinDefaultRoutingApi routes) {
        routes.post(PATH, this::play);
    }

    private void play(Context ctx) throws IOException {
        reader.read(ctx);
        Documents.twiml(ctx, document);
    }
}
