package hotline;

import hotline.agent.Agents;
import hotline.agent.WebSessions;
import hotline.call.AnswerFormat;
import hotline.call.CallHistory;
import hotline.call.CallServices;
import hotline.call.Calls;
import hotline.call.FlowVersions;
import hotline.call.LegEvents;
import hotline.flow.DialledNumber;
import hotline.flow.FixedPrompt;
import hotline.flow.FlowLoader;
import hotline.flow.FlowProblemsException;
import hotline.flow.Utterance;
import hotline.flow.VoiceFlows;
import hotline.message.Inbox;
import hotline.message.Messages;
import hotline.message.OptOuts;
import hotline.message.Reach;
import hotline.order.LookUpLimits;
import hotline.order.OrderAnswers;
import hotline.order.OrderDirectory;
import hotline.order.OrderFacts;
import hotline.order.OrderFormat;
import hotline.order.OrderJson;
import hotline.order.OwnOrders;
import hotline.order.ShopOrders;
import hotline.phone.DialRules;
import hotline.phone.PhoneNumber;
import hotline.phone.PhoneNumbers;
import hotline.queue.Acd;
import hotline.queue.Effects;
import hotline.queue.Ratings;
import hotline.report.ReportRules;
import hotline.report.Reports;
import hotline.store.Changes;
import hotline.store.Database;
import hotline.store.DueWork;
import hotline.store.Outbox;
import hotline.store.SettledRequests;
import hotline.store.Writer;
import hotline.ticket.CasePolicy;
import hotline.ticket.TicketAnswers;
import hotline.ticket.Tickets;
import hotline.ticket.Voicemails;
import hotline.twilio.AccessTokens;
import hotline.twilio.Recordings;
import hotline.twilio.TroubleWords;
import hotline.web.ReadyCheck;
import hotline.web.WebParts;
import hotline.web.WebSettings;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything of a node but its server: the database and what stands on it. Long because it is the one place where the parts
 * are put together.
 */
final class Core implements AutoCloseable {
    /** A webhook has three seconds; a change that was not committed by then is answered with "one moment please". */
    private static final Duration PATIENCE = Duration.ofMillis(2_500);

    private static final int MOST_TICKETS_PER_CALLER_AND_DAY = 20;

    private final VoiceFlows flows;
    private final Database database;
    private final Writer writer;
    private final Changes changes;
    private final Outbox outbox = new Outbox();
    private final DueWork dueWork = new DueWork();
    private final Agents agents;
    private final Tickets tickets =
            new Tickets(CasePolicy.DEFAULTS, MOST_TICKETS_PER_CALLER_AND_DAY, new SecureRandom());
    private final Voicemails voicemails;
    private final Messages messages;
    private final OptOuts optOuts = new OptOuts();
    private final Acd acd;
    private final Ratings ratings;
    private final OwnOrders ownOrders;
    private final OrderDirectory orders;
    private final OrderJson orderJson;
    private final DialRules dialRules;
    private final Clock clock;

    private Core(Settings settings, VoiceFlows flows, Database database, Clock clock) {
        this.flows = flows;
        this.database = database;
        this.clock = clock;
        this.writer = new Writer(database, PATIENCE);
        this.changes = Changes.of(database, writer);
        SettledRequests.forgetThrough(dueWork);
        this.agents = new Agents(changes);
        this.voicemails = new Voicemails(changes);
        this.dialRules = new DialRules(DialRules.DEFAULT_COUNTRIES, ownNumbers(settings, flows));
        this.messages = new Messages(flows::message, reach(), optOuts, outbox, clock);
        this.orderJson = new OrderJson(zone(), region());
        this.ownOrders = new OwnOrders(database, orderJson);
        this.orders = settings.ordersUrl()
                .<OrderDirectory>map(
                        url -> new ShopOrders(ShopOrders.Settings.of(url, settings.ordersToken()), orderJson))
                .orElse(ownOrders);
        String ratingPage = settings.publicUrl().toString().replaceAll("/+$", "") + "/r/";
        this.ratings = new Ratings(agents, messages, changes, ratingPage::concat);
        this.acd = new Acd(
                agents,
                messages,
                FlowQueueRules.of(flows),
                this::callbackNumber,
                new Effects(outbox, dueWork, changes, clock));
    }

    /**
     * Reads the flows and opens the database.
     *
     * @throws UserException when the flows need mending first
     */
    static Core open(Settings settings, Clock clock) {
        VoiceFlows flows;
        try {
            flows = FlowLoader.load(settings.flows());
        } catch (FlowProblemsException e) {
            throw new UserException("the flows in " + settings.flows() + " need mending first:\n" + e.getMessage());
        }
        return new Core(settings, flows, Database.open(settings.databaseUrl()), clock);
    }

    /** Sets the deadlines that come again and again. */
    void begin() {
        writer.write(handle -> {
            SettledRequests.begin(handle, dueWork, clock.instant());
            return true;
        });
    }

    /** The conversations, answering in that format. */
    Calls calls(AnswerFormat format) {
        LookUpLimits limits = new LookUpLimits(LookUpLimits.Settings.DEFAULTS);
        CallServices services = new CallServices(
                new OrderAnswers(orders, orderFormats(), new OrderFacts(zone())),
                limits,
                new TicketAnswers(tickets, CasePolicy.DEFAULTS, limits, zone()),
                tickets,
                voicemails,
                messages,
                new Inbox(
                        flows::message,
                        optOuts,
                        dialRules.ownNumbers(),
                        flows.languages().get(0)),
                acd.contacts(),
                acd.reservations(),
                acd.callbacks(),
                acd.openCallbacks(),
                acd.supervision(),
                acd.leftAlone(),
                ratings);
        LegEvents events = new LegEvents(services, outbox, dueWork);
        acd.listen(events);
        return new Calls(writer, services, new FlowVersions(flows), events, format, clock);
    }

    /** What the pages and the API stand on. */
    WebParts webParts(Settings settings) {
        boolean https = "https".equals(settings.publicUrl().getScheme());
        return new WebParts(
                new WebSettings(
                        https,
                        settings.apiToken(),
                        settings.signIn().trustedProxies(),
                        settings.signIn().openId(),
                        settings.apiKey().map(key -> new AccessTokens(settings.accountSid(), key)::issue)),
                new WebParts.Storage(database, writer, changes, clock),
                WebParts.People.of(agents, new WebSessions()),
                new WebParts.Cases(
                        tickets, messages, orders, Optional.of(ownOrders).filter(own -> own == orders), orderJson),
                new WebParts.Line(acd, ratings, new CallHistory(), new Reports(zone(), ReportRules.DEFAULTS)),
                new WebParts.Voice(voicemails, new Recordings(settings.account())::fetch),
                new WebParts.Watch(
                        List.of(
                                new ReadyCheck("database", this::databaseState),
                                new ReadyCheck("writer", this::writerState),
                                new ReadyCheck("flows", flows::version)),
                        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)));
    }

    /** What callers hear while nothing else works, in every language, since nobody knows theirs. */
    TroubleWords troubleWords() {
        return new TroubleWords(inAllLanguages(FixedPrompt.ONE_MOMENT), inAllLanguages(FixedPrompt.TROUBLE_GOODBYE));
    }

    private List<Utterance> inAllLanguages(FixedPrompt prompt) {
        return flows.languages().stream()
                .<Utterance>map(language -> flows.say(prompt, language, Map.of()))
                .toList();
    }

    private String databaseState() {
        return database.read(handle ->
                handle.createQuery("select 'answers'").mapTo(String.class).one());
    }

    private String writerState() {
        if (!writer.isHealthy()) {
            throw new IllegalStateException("the writer does not commit");
        }
        return "commits";
    }

    private List<OrderFormat> orderFormats() {
        return flows.orderFormats().stream()
                .map(shape -> new OrderFormat("order-number", shape.pattern()))
                .toList();
    }

    private Optional<PhoneNumber> callbackNumber(String typed) {
        return PhoneNumbers.parse(typed, region())
                .filter(dialRules::mayRing)
                .or(() -> PhoneNumbers.caller(typed).filter(dialRules::mayBeNewerThanThePlans));
    }

    private Reach reach() {
        return number -> dialRules.canReceiveSms(number) || dialRules.mayBeNewerThanThePlans(number)
                ? Optional.empty()
                : Optional.of(PhoneNumbers.kind(number).name().toLowerCase(Locale.ROOT));
    }

    private static Set<PhoneNumber> ownNumbers(Settings settings, VoiceFlows flows) {
        return Stream.concat(
                        Stream.of(settings.callerId()), flows.numbers().stream().map(DialledNumber::number))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Where the shop is: the time zone of its first number. */
    private ZoneId zone() {
        return flows.numbers().get(0).zone();
    }

    /** The country whose national numbers are understood: that of the shop's first number. */
    private String region() {
        return PhoneNumbers.country(flows.numbers().get(0).number()).orElse("ID");
    }

    Database database() {
        return database;
    }

    Writer writer() {
        return writer;
    }

    Outbox outbox() {
        return outbox;
    }

    DueWork dueWork() {
        return dueWork;
    }

    Agents agents() {
        return agents;
    }

    Acd acd() {
        return acd;
    }

    Tickets tickets() {
        return tickets;
    }

    Voicemails voicemails() {
        return voicemails;
    }

    Messages messages() {
        return messages;
    }

    OwnOrders ownOrders() {
        return ownOrders;
    }

    VoiceFlows flows() {
        return flows;
    }

    @Override
    public void close() {
        try {
            changes.close();
        } catch (Exception e) {
            throw new IllegalStateException("the change notices did not end", e);
        } finally {
            writer.close();
            database.close();
        }
    }
}
