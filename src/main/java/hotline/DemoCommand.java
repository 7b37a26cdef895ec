package hotline;

import hotline.exchange.Exchange;
import hotline.exchange.ExchangeSettings;
import hotline.exchange.HotlineNumber;
import hotline.flow.DialledNumber;
import hotline.flow.VoiceFlows;
import hotline.phone.BrowserPhone;
import hotline.phone.CallSid;
import hotline.rehearsal.Recorder;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code hotline demo}: everything on this machine, with a built-in phone network in place of the carrier. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Opens a shop hotline with sample orders and agents on this machine. Nothing to sign up for.",
        footerHeading = "%nSettings (environment variables):%n",
        modelTransformer = SettingsHelp.class)
final class DemoCommand implements Callable<Integer> {
    /** Shown on calls that the demo makes; the first number of the sample flows. */
    private static final String NUMBER = "+62215550001";

    private static final String ACCOUNT = "AC00000000000000000000000000000001";

    @Override
    public Integer call() throws InterruptedException {
        Map<String, String> environment = new HashMap<>(System.getenv());
        Settings.Reader reader = new Settings.Reader(environment);
        String host = reader.text(Setting.HOTLINE_HOST).orElse("127.0.0.1");
        ListenAddress phones = new ListenAddress("127.0.0.1", reader.port(Setting.HOTLINE_PHONES_PORT, 8090));
        phones.requireFree(Setting.HOTLINE_PHONES_PORT);
        try (Shutdown shutdown = new Shutdown();
                Exchange exchange = Exchange.start(
                        ExchangeSettings.realTime(ACCOUNT, Secrets.token()).at(phones.host(), phones.port()))) {
            environment.put(Setting.HOTLINE_HOST.name(), host);
            environment.put(Setting.TWILIO_ACCOUNT_SID.name(), ACCOUNT);
            environment.put(
                    Setting.TWILIO_AUTH_TOKEN.name(), exchange.settings().authToken());
            environment.put(Setting.TWILIO_API_URL.name(), exchange.address().toString());
            environment.put(Setting.HOTLINE_CALLER_ID.name(), NUMBER);
            int port = reader.port(Setting.HOTLINE_PORT, 8080);
            environment.put(Setting.HOTLINE_PUBLIC_URL.name(), "http://127.0.0.1:" + port);
            run(exchange, Settings.read(environment), shutdown);
        }
        return 0;
    }

    private static void run(Exchange exchange, Settings settings, Shutdown shutdown) throws InterruptedException {
        settings.listenAddress().requireFree(Setting.HOTLINE_PORT);
        Clock clock = Clock.systemUTC();
        try (Hotline hotline = Hotline.open(settings, clock, Optional.of(exchange.address()))) {
            new SampleShop(hotline.core(), clock.instant()).open();
            hotline.start();
            for (DialledNumber number : hotline.core().flows().numbers()) {
                exchange.serve(served(number.number().e164(), settings.publicUrl()));
            }
            exchange.tellWarnings(URI.create(settings.publicUrl() + "/twilio/events"));
            exchange.introduce(SampleShop.CALLER.e164(), "Dewi, a caller")
                    .introduce(SampleShop.BUDI.endpoint().orElseThrow().address(), "Budi, an agent")
                    .introduce(new BrowserPhone(SampleShop.BUDI.username()).address(), "Budi, in the browser")
                    .introduce(new BrowserPhone(SampleShop.SARI.username()).address(), "Sari, in the browser");
            exchange.saveCallsWith(sid -> example(hotline.core(), settings, sid));
            exchange.follow(new CallPrinter(System.out, ZoneId.systemDefault())::print);
            greet(exchange.address(), settings.publicUrl());
            shutdown.await();
        }
    }

    /** A call of the demo as an example for {@code hotline flows test}; what it is not like is said at its head. */
    private static Optional<String> example(Core core, Settings settings, String sid) {
        VoiceFlows flows = core.flows();
        try (RehearsalStage stage = RehearsalStage.open(flows, settings.flows())) {
            return new Recorder(flows, stage.stage())
                    .record(core.database(), core.orders(), new CallSid(sid))
                    .map(recording -> recording
                                    .doubt()
                                    .map(doubt -> "# Look it over: " + doubt + "\n")
                                    .orElse("")
                            + recording.yaml());
        }
    }

    private static HotlineNumber served(String number, URI hotline) {
        return new HotlineNumber(
                number,
                URI.create(hotline + "/twilio/voice"),
                URI.create(hotline + "/twilio/voice/fallback"),
                URI.create(hotline + "/twilio/voice/status"),
                URI.create(hotline + "/twilio/sms"));
    }

    private static void greet(URI phones, URI hotline) {
        System.out.printf(
                """

                Hotline is running. Open in a browser:

                  %1$s/       a caller's phone and an agent's phone, side by side
                  %2$s/desk   the agent's desk: sign in as %3$s (or %4$s, supervisor), password %5$s

                Without a browser, from a second terminal:

                  ./hotline call
                  ./hotline call --keys "1,1,1"

                Stop with Ctrl-C. What happens on the line:

                """, phones, hotline, SampleShop.BUDI.username(), SampleShop.SARI.username(), SampleShop.PASSWORD);
    }
}
