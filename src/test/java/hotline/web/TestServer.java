package hotline.web;

import hotline.TestClock;
import hotline.agent.Agents;
import hotline.agent.Audit;
import hotline.agent.WebSessions;
import hotline.call.CallHistory;
import hotline.call.FailedVoices;
import hotline.incident.Incidents;
import hotline.message.Messages;
import hotline.message.OptOuts;
import hotline.order.OrderJson;
import hotline.order.OwnOrders;
import hotline.phone.PhoneNumber;
import hotline.publish.LiveFlows;
import hotline.queue.Acd;
import hotline.queue.CallbackRules;
import hotline.queue.CallingHours;
import hotline.queue.Effects;
import hotline.queue.QueueRuleSet;
import hotline.queue.QueueRules;
import hotline.queue.Ratings;
import hotline.queue.SkillRules;
import hotline.report.ReportRules;
import hotline.report.Reports;
import hotline.store.Changes;
import hotline.store.Database;
import hotline.store.DueWork;
import hotline.store.Outbox;
import hotline.store.Writer;
import hotline.ticket.CasePolicy;
import hotline.ticket.Tickets;
import hotline.ticket.Voicemails;
import hotline.twilio.RecordingUnavailableException;
import io.javalin.Javalin;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/** The pages and the API on a free port, over a database, with all that they stand on. */
class TestServer implements AutoCloseable {
    static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private static final CallbackRules CALLBACKS = new CallbackRules(
            List.of(Duration.ofMinutes(5)),
            Duration.ofSeconds(20),
            Duration.ofSeconds(25),
            Duration.ofSeconds(30),
            Duration.ofDays(1),
            new CallingHours(LocalTime.of(0, 0), LocalTime.of(23, 59), JAKARTA));

    private static final Map<String, SkillRules> SKILLS =
            List.of("missing-order", "no-tracking-number", "defective-return", "other").stream()
                    .collect(Collectors.toMap(skill -> skill, skill -> SkillRules.USUAL));
    private static final Path FLOWS = Path.of("voice-flows");

    final Clock clock;
    final Database database;
    final Writer writer;
    final Changes changes;
    final Agents agents;
    final WebSessions sessions = new WebSessions();
    final DueWork dueWork = new DueWork();
    final Tickets tickets;
    final OwnOrders orders;
    final Messages messages;
    final Acd acd;
    final Voicemails voicemails;
    final LiveFlows liveFlows;
    final Incidents incidents;
    final WebParts parts;
    private final int port;
    Javalin server;

    TestServer(Clock clock, WebSettings settings, List<ReadyCheck> checks, Database database) {
        this.clock = clock;
        this.database = database;
        writer = new Writer(database, Duration.ofSeconds(20));
        changes = Changes.of(database, writer);
        agents = new Agents(changes);
        tickets = new Tickets(CasePolicy.DEFAULTS, 20, new Random(1), changes);
        voicemails = new Voicemails(changes);
        incidents = new Incidents(changes);
        liveFlows = LiveFlows.open(FLOWS, database, writer, clock);
        OrderJson json = new OrderJson(JAKARTA, "ID");
        Outbox outbox = new Outbox();
        messages = new Messages(
                (template, language, values) -> template + " " + values,
                number -> Optional.empty(),
                new OptOuts(),
                outbox,
                clock);
        orders = new OwnOrders(database, json);
        acd = new Acd(
                agents,
                messages,
                QueueRules.fixed(new QueueRuleSet(SKILLS, SkillRules.USUAL, CALLBACKS)),
                text -> Optional.of(new PhoneNumber(text)),
                new Effects(outbox, dueWork, changes, clock));
        parts = new WebParts(
                settings,
                new WebParts.Storage(database, writer, changes, clock),
                WebParts.People.of(agents, sessions),
                new WebParts.Cases(tickets, messages, orders, Optional.of(orders), json),
                new WebParts.Line(
                        acd,
                        new Ratings(agents, messages, changes, token -> "/r/" + token),
                        new CallHistory(),
                        new Reports(JAKARTA, ReportRules.DEFAULTS)),
                new WebParts.Voice(voicemails, TestServer::tape),
                new WebParts.Menu(
                        liveFlows,
                        new FailedVoices(database, changes, clock),
                        incidents,
                        new TestCalls(
                                "https://hotline.example/twilio/voice",
                                Optional.of(URI.create("http://127.0.0.1:8090")))),
                new WebParts.Watch(checks, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)));
        server = start(0);
        port = server.port();
    }

    /** A tenth of a second of silence, as the carrier would send it. */
    private static byte[] tape(String url) {
        if (url.endsWith("gone")) {
            throw new RecordingUnavailableException("the carrier answers 404");
        }
        ByteBuffer wav = ByteBuffer.allocate(44 + 1600).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 1600);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(8000).putInt(16000);
        wav.putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(1600);
        return wav.array();
    }

    private Javalin start(int port) {
        WebRoutes routes = new WebRoutes(parts);
        return Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    routes.register(config);
                })
                .start("127.0.0.1", port);
    }

    Audit audit() {
        return parts.people().audit();
    }

    /** As if the program had ended; the database stays. */
    void stopServer() {
        server.stop();
    }

    void startServerAgain() {
        server = start(port);
    }

    TestClock testClock() {
        return (TestClock) clock;
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public void close() {
        server.stop();
        changes.close();
        writer.close();
        database.close();
    }
}
