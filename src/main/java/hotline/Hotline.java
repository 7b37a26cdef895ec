package hotline;

import hotline.store.CannotOpenDatabaseException;
import hotline.store.DueWorker;
import hotline.store.Outbox;
import hotline.store.OutboxWorker;
import hotline.twilio.AudioFiles;
import hotline.twilio.HoldLoop;
import hotline.twilio.PublicUrl;
import hotline.twilio.SignatureCheck;
import hotline.twilio.TwilioCarrier;
import hotline.twilio.TwilioWebhooks;
import hotline.twilio.TwimlWriter;
import hotline.web.WebRoutes;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One node: the {@link Core} behind a server, with the workers that do what falls due. Put together here, by hand. */
public final class Hotline implements AutoCloseable {
    /** Twilio waits 15 s; a caller should not wait longer than this in silence. */
    private static final Duration WEBHOOK_LIMIT = Duration.ofSeconds(3);

    /** Running requests are let finish for so long when the server stops. */
    private static final long STOP_MILLIS = 5_000;

    private static final Logger log = LoggerFactory.getLogger(Hotline.class);

    private final Settings settings;
    private final Core core;
    private final OwedApologies apologies;
    private final TwilioWebhooks webhooks;
    private final Optional<WebRoutes> pages;
    private final DueWorker dueWorker;
    private final OutboxWorker outboxWorker;
    private final Javalin server;

    private Hotline(Settings settings, Core core, PublicUrl publicUrl, Clock clock, Optional<WebRoutes> pages) {
        this.settings = settings;
        this.core = core;
        AudioFiles audio = new AudioFiles(settings.flows().resolve("audio"));
        TwimlWriter twiml = new TwimlWriter(publicUrl, audio, core.failedVoices()::speaker);
        this.apologies = new OwedApologies(core, clock);
        HoldLoop holdLoop = new HoldLoop(
                twiml, publicUrl, core.flowSettings()::troubleWords, settings.fallbackNumber(), apologies, clock);
        this.webhooks = new TwilioWebhooks(
                core.calls(twiml),
                settings.accountSid(),
                new SignatureCheck(settings.authToken(), publicUrl),
                publicUrl,
                holdLoop,
                core.flowSettings()::holdMusic,
                WEBHOOK_LIMIT,
                clock);
        this.pages = pages;
        this.dueWorker = new DueWorker(core.database(), core.writer(), core.dueWork(), clock);
        this.outboxWorker = new OutboxWorker(
                core.database(),
                core.writer(),
                core.outbox(),
                carrier(settings, publicUrl, core, clock),
                clock,
                settings.callsPerSecond());
        this.server = Javalin.create(config -> configure(config, audio, clock));
    }

    /**
     * Opens the database and reads the flows; answers nothing yet.
     *
     * @throws UserException when the flows or the database need mending first
     */
    public static Hotline open(Settings settings, Clock clock) {
        return open(settings, clock, Optional.empty());
    }

    /** The same on a network that has a page for each browser's phone. */
    static Hotline open(Settings settings, Clock clock, Optional<URI> phonePages) {
        try {
            Core core = Core.open(settings, clock);
            WebRoutes pages = new WebRoutes(CorePages.parts(core, settings, phonePages));
            return new Hotline(settings, core, PublicUrl.of(settings.publicUrl()), clock, Optional.of(pages));
        } catch (CannotOpenDatabaseException e) {
            throw new UserException(Setting.HOTLINE_DATABASE_URL + ": " + e.getMessage());
        }
    }

    /** A node that answers calls and has no pages. */
    static Hotline forCallsOnly(Settings settings, Core core, Clock clock) {
        return new Hotline(settings, core, PublicUrl.of(settings.publicUrl()), clock, Optional.empty());
    }

    private static TwilioCarrier carrier(Settings settings, PublicUrl publicUrl, Core core, Clock clock) {
        return new TwilioCarrier(
                settings.account(),
                publicUrl,
                settings.callerId(),
                clock,
                sid -> core.database().read(handle -> Outbox.findKey(handle, sid)));
    }

    private void configure(JavalinConfig config, AudioFiles audio, Clock clock) {
        config.startup.showJavalinBanner = false;
        config.jetty.modifyServer(jetty -> {
            jetty.setStopTimeout(STOP_MILLIS);
            jetty.insertHandler(new WholeRequests(clock));
        });
        webhooks.addTo(config.routes);
        audio.addTo(config.routes);
        pages.ifPresent(routes -> routes.register(config));
    }

    /** Begins to answer, and to do what falls due. */
    public void start() {
        core.begin();
        startServer();
        dueWorker.start();
        outboxWorker.start();
        core.liveFlows().start();
        log.info("{} runs flows {}", settings, core.flows().version());
    }

    /** The same for a test that lets time pass itself: what falls due is done by {@link #runDue()} only. */
    void startServer() {
        core.expectCallers();
        server.start(settings.host(), settings.port());
    }

    /** Does everything that is due by the clock; true if there was something. */
    boolean runDue() {
        return dueWorker.runDue() + outboxWorker.runDue() > 0;
    }

    /** What it is made of. */
    Core core() {
        return core;
    }

    /** The port it answers on. */
    public int port() {
        return server.port();
    }

    /** Stops answering, lets what runs finish, and closes the database. */
    @Override
    public void close() {
        server.stop();
        webhooks.close();
        outboxWorker.close();
        dueWorker.close();
        apologies.close();
        core.close();
    }
}
