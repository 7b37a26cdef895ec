package hotline.twilio;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * What somebody hears who is put on hold in a conference. The document may hold {@code <Play>}, {@code <Say>}, {@code <Pause>} and
 * {@code <Redirect>} only (Twilio, "Conference Participant resource", {@code HoldUrl}); {@code loop="0"} plays until they are
 * taken off hold (Twilio, "TwiML Voice: Play").
 */
final class HoldMusic {
    static final String PATH = "/twilio/hold";

    private final RequestReader reader;
    private final PublicUrl publicUrl;
    private final Supplier<String> music;

    /** @param music gives the path of the recording under the public URL */
    HoldMusic(RequestReader reader, PublicUrl publicUrl, Supplier<String> music) {
        this.reader = reader;
        this.publicUrl = publicUrl;
        this.music = music;
    }

    void addTo(JavalinDefaultRoutingApi routes) {
        routes.post(PATH, this::play);
    }

    private void play(Context ctx) throws IOException {
        reader.read(ctx);
        String url = publicUrl.of(music.get());
        Documents.twiml(ctx, new Twiml().text("Play", url, "loop", "0").end());
    }
}
