package hotline;

import hotline.exchange.Exchange;
import hotline.exchange.ExchangeSettings;
import hotline.exchange.HotlineNumber;
import hotline.flow.DialledNumber;
import hotline.flow.VoiceFlows;
import hotline.rehearsal.Ear;
import hotline.rehearsal.Outage;
import hotline.rehearsal.Stage;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A hotline of its own for example calls: on a phone network in virtual time, with a database in memory. */
final class RehearsalStage implements AutoCloseable {
    private static final String ACCOUNT = "AC00000000000000000000000000000002";
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Where the clock stands before the first example. */
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Exchange exchange;
    private final Hotline hotline;
    private final Stage stage;

    private RehearsalStage(Exchange exchange, Hotline hotline, Stage stage) {
        this.exchange = exchange;
        this.hotline = hotline;
        this.stage = stage;
    }

    /** @param folder of the flows, for its recordings */
    static RehearsalStage open(VoiceFlows flows, Path folder) {
        Exchange exchange = Exchange.start(ExchangeSettings.virtualTime(ACCOUNT, Secrets.token(), START));
        Settings settings = Settings.read(environment(exchange, flows, folder));
        Ear ear = new Ear();
        List<Outage> outages = new ArrayList<>();
        Core core = Core.open(settings, flows, exchange.clock(), (own, json) -> {
            Outage outage = new Outage(own);
            outages.add(outage);
            return outage;
        });
        core.onTurn(ear);
        Hotline hotline = Hotline.forCallsOnly(settings, core, exchange.clock());
        hotline.startServer();
        flows.numbers().forEach(number -> exchange.serve(served(number, settings.publicUrl())));
        Stage stage = new Stage(new Stage.Parts(
                exchange,
                flows,
                core.database(),
                core.writer(),
                core.ownOrders(),
                outages.get(0),
                core.agents(),
                core.acd(),
                ear,
                hotline::runDue));
        return new RehearsalStage(exchange, hotline, stage);
    }

    Stage stage() {
        return stage;
    }

    /** From the next call on these flows are used; the queues' rules stay as they are. */
    void use(VoiceFlows flows) {
        hotline.core().liveFlows().versions().use(flows);
    }

    private static Map<String, String> environment(Exchange exchange, VoiceFlows flows, Path folder) {
        int port = freePort();
        Map<String, String> environment = new HashMap<>();
        environment.put(Setting.HOTLINE_PORT.name(), Integer.toString(port));
        environment.put(Setting.HOTLINE_HOST.name(), "127.0.0.1");
        environment.put(Setting.HOTLINE_PUBLIC_URL.name(), "http://127.0.0.1:" + port);
        environment.put(
                Setting.HOTLINE_DATABASE_URL.name(),
                "jdbc:h2:mem:rehearsal" + COUNT.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
        environment.put(Setting.HOTLINE_FLOWS.name(), folder.toString());
        environment.put(Setting.HOTLINE_CALLS_PER_SECOND.name(), "100");
        environment.put(
                Setting.HOTLINE_CALLER_ID.name(),
                flows.numbers().get(0).number().e164());
        environment.put(Setting.TWILIO_ACCOUNT_SID.name(), ACCOUNT);
        environment.put(Setting.TWILIO_AUTH_TOKEN.name(), exchange.settings().authToken());
        environment.put(Setting.TWILIO_API_URL.name(), exchange.address().toString());
        return environment;
    }

    private static HotlineNumber served(DialledNumber number, URI hotline) {
        return new HotlineNumber(
                number.number().e164(),
                URI.create(hotline + "/twilio/voice"),
                URI.create(hotline + "/twilio/voice/fallback"),
                URI.create(hotline + "/twilio/voice/status"),
                URI.create(hotline + "/twilio/sms"));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        }
    }

    @Override
    public void close() {
        hotline.close();
        exchange.close();
    }
}
