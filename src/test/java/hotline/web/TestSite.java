package hotline.web;

import hotline.TestClock;
import hotline.agent.Agents;
import hotline.agent.Audit;
import hotline.agent.NewAgent;
import hotline.agent.Passwords;
import hotline.agent.Presence;
import hotline.agent.Role;
import hotline.agent.Skills;
import hotline.agent.WebSessions;
import hotline.call.CallHistory;
import hotline.flow.Question;
import hotline.message.Messages;
import hotline.message.OptOuts;
import hotline.order.Order;
import hotline.order.OrderJson;
import hotline.order.OrderNumber;
import hotline.order.OrderStatus;
import hotline.order.OwnOrders;
import hotline.order.Seller;
import hotline.phone.CallSid;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import hotline.queue.Acd;
import hotline.queue.CallbackRules;
import hotline.queue.CallingHours;
import hotline.queue.Effects;
import hotline.queue.NewContact;
import hotline.queue.QueueRuleSet;
import hotline.queue.QueueRules;
import hotline.queue.Ratings;
import hotline.queue.SkillRules;
import hotline.report.HandMadeDay;
import hotline.report.ReportRules;
import hotline.report.Reports;
import hotline.store.Changes;
import hotline.store.Database;
import hotline.store.DueWork;
import hotline.store.DueWorker;
import hotline.store.Outbox;
import hotline.store.TestDatabase;
import hotline.store.Writer;
import hotline.ticket.CasePolicy;
import hotline.ticket.Category;
import hotline.ticket.Channel;
import hotline.ticket.NewTicket;
import hotline.ticket.NewVoicemail;
import hotline.ticket.Origin;
import hotline.ticket.TicketNumber;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;

/** The pages and the API on a free port, over an empty database. */
final class TestSite implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
    static final String TOKEN = "a-token-of-tests";
    static final String PASSWORD = "correct horse battery";
    static final PhoneNumber CALLER = new PhoneNumber("+6281298765432");

    private static final String PASSWORD_HASH = new Passwords().hash(PASSWORD);
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    final Clock clock;
    final Database database;
    final Writer writer;
    final Changes changes;
    final Agents agents;
    final WebSessions sessions = new WebSessions();
    final DueWork dueWork = new DueWork();
    final Tickets tickets = new Tickets(CasePolicy.DEFAULTS, 20, new Random(1));
    final OwnOrders orders;
    private final Messages messages;
    final Acd acd;
    final Voicemails voicemails;
    private final WebParts parts;
    private String ticket = "";
    private final int port;
    Javalin server;

    /** At noon, by a clock that stands still. */
    TestSite() {
        this(TestClock.pinned(NOON), new WebSettings(false, Optional.of(TOKEN)), List.of());
    }

    /** One node of several on this database. */
    TestSite(Clock clock, String databaseUrl) {
        this(clock, new WebSettings(false, Optional.of(TOKEN)), List.of(), Database.open(databaseUrl));
    }

    TestSite(Clock clock, WebSettings settings, List<ReadyCheck> checks) {
        this(clock, settings, checks, TestDatabase.h2());
    }

    private TestSite(Clock clock, WebSettings settings, List<ReadyCheck> checks, Database database) {
        this.clock = clock;
        this.database = database;
        writer = new Writer(database, Duration.ofSeconds(20));
        changes = Changes.of(database, writer);
        agents = new Agents(changes);
        voicemails = new Voicemails(changes);
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
                new WebParts.Voice(voicemails, TestSite::tape),
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

    private static final Map<String, SkillRules> SKILLS = Map.of(
            "missing-order", SkillRules.USUAL,
            "no-tracking-number", SkillRules.USUAL,
            "defective-return", SkillRules.USUAL,
            "other", SkillRules.USUAL);

    private static final CallbackRules CALLBACKS = new CallbackRules(
            List.of(Duration.ofMinutes(5)),
            Duration.ofSeconds(20),
            Duration.ofSeconds(25),
            Duration.ofSeconds(30),
            Duration.ofDays(1),
            new CallingHours(LocalTime.of(0, 0), LocalTime.of(23, 59), JAKARTA));

    TestClock testClock() {
        return (TestClock) clock;
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** An agent who can sign in with {@link #PASSWORD}. */
    TestSite withAgent(String username, Role role) {
        NewAgent agent = new NewAgent(
                username,
                username.substring(0, 1).toUpperCase() + username.substring(1),
                Optional.of(new PhoneNumber("+6281234500001")),
                List.of(Language.INDONESIAN, Language.ENGLISH),
                Skills.of("missing-order", "other"),
                role);
        return writer.write(handle -> {
            agents.put(handle, agent, clock.instant());
            agents.updatePassword(handle, username, PASSWORD_HASH);
            return this;
        });
    }

    /** Somebody on the line wants a human. */
    void joins(String call, PhoneNumber caller, String topic, Map<String, String> about) {
        NewContact contact = new NewContact(
                new CallSid(call), Optional.of(caller), Language.INDONESIAN, "missing-order", topic, about);
        writer.write(handle -> acd.contacts().join(handle, contact, clock.instant()));
    }

    /** What is known about {@link #CALLER}: two orders and a ticket. */
    TestSite withSampleCaller() {
        Instant now = clock.instant();
        Seller seller = new Seller("Batik Larasati", Optional.empty(), Optional.empty());
        Order late = new Order(
                OrderNumber.of("112-1234567-1234567"),
                Optional.of(CALLER),
                OrderStatus.SHIPPED,
                now.minus(Duration.ofDays(9)),
                new Order.Shipment(Optional.of("JNE"), Optional.of("JNE0012345678")),
                Optional.of(now.minus(Duration.ofDays(3)).atZone(JAKARTA).toLocalDate()),
                Optional.empty(),
                List.of(new Order.Item("Kemeja batik lengan panjang", 2), new Order.Item("Sarung tenun", 1)),
                Optional.of(seller));
        Order delivered = new Order(
                OrderNumber.of("240512ABCDEFGH"),
                Optional.of(CALLER),
                OrderStatus.DELIVERED,
                now.minus(Duration.ofDays(40)),
                Order.Shipment.UNKNOWN,
                Optional.empty(),
                Optional.of(now.minus(Duration.ofDays(35))),
                List.of(new Order.Item("Panci presto 6 liter", 1)),
                Optional.empty());
        NewTicket report = new NewTicket(
                Category.MISSING_ORDER,
                Optional.of(new NewTicket.AboutOrder(late.number(), true)),
                Optional.empty(),
                Optional.of(CALLER),
                Language.INDONESIAN,
                new Origin(Channel.PHONE, Optional.empty(), Optional.empty()));
        return writer.write(handle -> {
            orders.put(handle, late);
            orders.put(handle, delivered);
            ticket = tickets.open(handle, report, now.minus(Duration.ofHours(26)))
                    .number()
                    .value();
            return this;
        });
    }

    /** An order of {@link #CALLER} of one thing. */
    void withOrderOf(String item) {
        Order order = new Order(
                OrderNumber.of("7"),
                Optional.of(CALLER),
                OrderStatus.PACKED,
                clock.instant(),
                Order.Shipment.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                List.of(new Order.Item(item, 1)),
                Optional.of(new Seller(item, Optional.empty(), Optional.empty())));
        writer.write(handle -> {
            orders.put(handle, order);
            return true;
        });
    }

    /** {@link #CALLER} wants a human about the late order. */
    void callsAboutAMissingOrder(String call) {
        joins(call, CALLER, "missing-order", Map.of("order.number", "11212345671234567", "ticket.number", ticket));
    }

    /** {@link #CALLER} has left a message about the late order; what the carrier calls its recording. */
    UUID leavesMessage(String recording) {
        NewVoicemail message = new NewVoicemail(
                TicketNumber.find(ticket).orElseThrow(),
                Optional.empty(),
                new CallSid("CA" + recording),
                Optional.of(CALLER),
                Language.INDONESIAN,
                "missing-order",
                recording,
                12,
                "f00d");
        return writer.write(handle -> {
            voicemails.keep(handle, message, clock.instant());
            return voicemails.listUnheard(handle, 100).stream()
                    .filter(kept -> kept.url().equals(recording))
                    .findFirst()
                    .orElseThrow()
                    .id();
        });
    }

    /** Does what is due when so much time has passed; the clock stays. */
    void deadlinesPass(Duration time) {
        try (DueWorker worker = new DueWorker(database, writer, dueWork, clock)) {
            worker.runDue(clock.instant().plus(time));
        }
    }

    /** Nobody answers the agent's phone. */
    void misses(String username) {
        UUID reservation = reservationOf(username);
        writer.write(handle -> {
            acd.reservations().legEnded(handle, reservation, "no-answer", clock.instant());
            return true;
        });
    }

    /** The agent answers their phone and presses 1. */
    void takesTheCall(String username) {
        writer.write(handle -> acd.reservations()
                .accept(handle, reservationOf(username), new CallSid("CAagent" + username), clock.instant()));
    }

    /** {@link #CALLER} spoke with Ani and hung up; the token of the link they got. */
    String ratedConversation() {
        isAvailable("ani");
        callsAboutAMissingOrder("CArated");
        takesTheCall("ani");
        hangsUp("CArated");
        return writer.write(handle -> {
            List<String> tokens = new ArrayList<>();
            new Ratings(agents, messages, changes, token -> {
                        tokens.add(token);
                        return token;
                    })
                    .afterCall(handle, new CallSid("CArated"), clock.instant());
            return tokens.get(0);
        });
    }

    /** The caller who waits on this line asks to be rung back. */
    void asksForCallback(String call) {
        writer.write(handle -> acd.callbacks()
                .book(
                        handle,
                        new CallSid(call),
                        new Question.BookCallback("missing-order", "missing-order", Optional.empty(), Map.of()),
                        Optional.of(CALLER),
                        Language.INDONESIAN,
                        clock.instant()));
    }

    /** The agent goes available. */
    void isAvailable(String username) {
        writer.write(handle ->
                acd.desk().setPresence(handle, username, Presence.AVAILABLE, Optional.empty(), clock.instant()));
    }

    void refuses(String username) {
        writer.write(handle -> acd.reservations().refuse(handle, reservationOf(username), clock.instant()));
    }

    /** The number of the ticket of {@link #CALLER}. */
    String ticket() {
        return ticket;
    }

    /** A day as it was, up to the last whole hours. */
    void withPast(Consumer<HandMadeDay> past) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), JAKARTA);
        writer.write(handle -> {
            past.accept(new HandMadeDay(handle, today));
            return true;
        });
    }

    void hangsUp(String call) {
        writer.write(handle -> {
            acd.contacts().callerGone(handle, new CallSid(call), clock.instant());
            return true;
        });
    }

    private UUID reservationOf(String username) {
        return database.read(handle -> handle.createQuery(
                        "select c.reservation_id from contact c join agent a on a.active_contact = c.id where a.username = :u")
                .bind("u", username)
                .mapTo(UUID.class)
                .one());
    }

    @Override
    public void close() {
        server.stop();
        changes.close();
        writer.close();
        database.close();
    }
}
