package hotline.twilio;

import hotline.call.Conversations;
import io.javalin.http.Handler;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The carrier's webhooks: each is checked to be the carrier's own, put into our words, and answered in time. A voice webhook
 * always gets a document; the others get 204, or 503 when what they tell could not be kept and had better be told again.
 */
public final class TwilioWebhooks implements AutoCloseable {
    private final InTime inTime;
    private final VoiceWebhooks voice;
    private final NoticeWebhooks notices;
    private final HoldMusic hold;
    private final DebuggingEvents debugging;

    /**
     * Joins the webhooks to what they ask.
     *
     * @param account the SID of the account that the carrier's debugger is to tell of
     * @param holdMusic gives the path of what somebody on hold hears, under the public URL
     * @param limit how long a caller may wait for an answer; Twilio itself waits for 15 s (Twilio, "Webhooks connection overrides")
     */
    public TwilioWebhooks(
            Conversations conversations,
            String account,
            SignatureCheck signatures,
            PublicUrl publicUrl,
            HoldLoop holdLoop,
            Supplier<String> holdMusic,
            Duration limit,
            Clock clock) {
        this.inTime = new InTime(limit);
        RequestReader reader = new RequestReader(signatures);
        this.voice = new VoiceWebhooks(conversations, reader, publicUrl, holdLoop, inTime);
        this.hold = new HoldMusic(reader, publicUrl, holdMusic);
        this.notices = new NoticeWebhooks(conversations, reader, inTime);
        this.debugging = new DebuggingEvents(account, conversations, reader, publicUrl, inTime, clock);
    }

    /** Registers every path; to be called while the server is being configured, as Javalin takes none later. */
    public void addTo(JavalinDefaultRoutingApi routes) {
        voice.addTo(routes);
        notices.addTo(routes);
        hold.addTo(routes);
        debugging.addTo(routes);
    }

    /** By GET as well as by POST: the carrier's console offers both for the addresses that are set there. */
    static void add(JavalinDefaultRoutingApi routes, String path, Handler handler) {
        routes.get(path, handler);
        routes.post(path, handler);
    }

    @Override
    public void close() {
        inTime.close();
    }
}
