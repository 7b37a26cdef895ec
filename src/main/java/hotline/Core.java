package hotline;

import hotline.agent.Agents;
import hotline.call.AnswerFormat;
import hotline.call.CallServices;
import hotline.call.Calls;
import hotline.call.FailedVoices;
import hotline.call.LegEvents;
import hotline.call.TurnListener;
import hotline.flow.FlowProblemsException;
import hotline.flow.VoiceFlows;
import hotline.incident.Incidents;
import hotline.message.Inbox;
import hotline.message.Messages;
import hotline.message.OptOuts;
import hotline.order.LookUpLimits;
import hotline.order.OrderAnswers;
import hotline.order.OrderDirectory;
import hotline.order.OrderFacts;
import hotline.order.OrderJson;
import hotline.order.OwnOrders;
import hotline.order.ShopOrders;
import hotline.publish.LiveFlows;
import hotline.publish.OldDrafts;
import hotline.queue.Acd;
import hotline.queue.Effects;
import hotline.queue.QueueRules;
import hotline.queue.Ratings;
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
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;

/**
 * Everything of a node but its server: the database and what stands on it. Long because it is the one place where the parts
 * are put together.
 */
final class Core implements AutoCloseable {
    /** A webhook has three seconds; a change that was not committed by then is answered with "one moment please". */
    private static final Duration PATIENCE = Duration.ofMillis(2_500);

    /** Nobody is on the line before the node listens, and the first writes of all take longest. */
    private static final Duration START_PATIENCE = Duration.ofSeconds(30);

    private static final int MOST_TICKETS_PER_CALLER_AND_DAY = 20;

    private record Storage(Database database, Writer writer) implements AutoCloseable {
        static Storage open(Settings settings) {
            Database database = Database.open(settings.databaseUrl());
            return new Storage(database, new Writer(database, START_PATIENCE));
        }

        @Override
        public void close() {
            writer.close();
            database.close();
        }
    }

    /** Where orders are looked up. */
    interface Shop {
        /**
         * The directory to ask.
         *
         * @param own the one in the hotline's own database
         */
        OrderDirectory orders(OwnOrders own, OrderJson json);
    }

    private final LiveFlows liveFlows;
    private final LiveFlowSettings flowSettings;
    private final Database database;
    private final Writer writer;
    private final Changes changes;
    private final Outbox outbox = new Outbox();
    private final DueWork dueWork = new DueWork();
    private final Agents agents;
    private final Tickets tickets;
    private final Voicemails voicemails;
    private final Messages messages;
    private final OptOuts optOuts = new OptOuts();
    private final Acd acd;
    private final Incidents incidents;
    private final FailedVoices failedVoices;
    private final Ratings ratings;
    private final OwnOrders ownOrders;
    private final OrderDirectory orders;
    private final OrderJson orderJson;
    private final Clock clock;
    private TurnListener onlooker = TurnListener.NONE;

    private Core(Settings settings, LiveFlows liveFlows, Storage storage, Clock clock, Shop shop) {
        this.liveFlows = liveFlows;
        this.flowSettings = new LiveFlowSettings(liveFlows.versions(), settings.callerId());
        this.database = storage.database();
        this.writer = storage.writer();
        this.clock = clock;
        this.changes = Changes.of(database, writer);
        SettledRequests.forgetThrough(dueWork);
        OldDrafts.forgetThrough(dueWork);
        this.agents = new Agents(changes);
        this.voicemails = new Voicemails(changes);
        this.incidents = new Incidents(changes);
        this.failedVoices = new FailedVoices(database, changes, clock);
        this.tickets = new Tickets(CasePolicy.DEFAULTS, MOST_TICKETS_PER_CALLER_AND_DAY, new SecureRandom(), changes);
        this.messages = new Messages(flowSettings::message, flowSettings.reach(), optOuts, outbox, clock);
        this.orderJson = new OrderJson(flowSettings.zone(), flowSettings.region());
        this.ownOrders = new OwnOrders(database, orderJson);
        this.orders = shop.orders(ownOrders, orderJson);
        String ratingPage = settings.publicUrl().toString().replaceAll("/+$", "") + "/r/";
        this.ratings = new Ratings(agents, messages, changes, ratingPage::concat);
        this.acd = new Acd(
                agents,
                messages,
                new QueueRules(flowSettings::queueRules),
                flowSettings::callbackNumber,
                new Effects(outbox, dueWork, changes, clock));
    }

    /**
     * Reads the flows and opens the database.
     *
     * @throws UserException when the flows need mending first
     * @throws UncheckedIOException when they cannot be read
     */
    static Core open(Settings settings, Clock clock) {
        Storage storage = Storage.open(settings);
        try {
            LiveFlows flows = LiveFlows.open(settings.flows(), storage.database(), storage.writer(), clock);
            return new Core(settings, flows, storage, clock, shop(settings));
        } catch (FlowProblemsException e) {
            storage.close();
            throw new UserException("the flows in " + settings.flows() + " need mending first:\n" + e.getMessage());
        } catch (UncheckedIOException e) {
            storage.close();
            throw e;
        }
    }

    /** The same on those flows, whatever any folder holds; publishes nothing, for whoever only reads a database. */
    static Core open(Settings settings, VoiceFlows flows, Clock clock) {
        return open(settings, flows, clock, shop(settings));
    }

    /** A hotline on those flows, whatever any folder holds, whose orders are kept as the shop says. */
    static Core open(Settings settings, VoiceFlows flows, Clock clock, Shop shop) {
        Storage storage = Storage.open(settings);
        return new Core(settings, LiveFlows.still(flows, storage.database(), clock), storage, clock, shop);
    }

    private static Shop shop(Settings settings) {
        return (own, json) -> settings.ordersUrl()
                .<OrderDirectory>map(url -> new ShopOrders(ShopOrders.Settings.of(url, settings.ordersToken()), json))
                .orElse(own);
    }

    /** Tells somebody of every turn of the conversations that are made after this. */
    void onTurn(TurnListener listener) {
        onlooker = listener;
    }

    /** From now on somebody may be on the line. */
    void expectCallers() {
        writer.setPatience(PATIENCE);
    }

    /** Sets the deadlines that come again and again. */
    void begin() {
        writer.write(handle -> {
            SettledRequests.begin(handle, dueWork, clock.instant());
            OldDrafts.begin(handle, dueWork, clock.instant());
            acd.leftAlone().begin(handle, clock.instant());
            return true;
        });
    }

    /** The conversations, answering in that format. */
    Calls calls(AnswerFormat format) {
        LookUpLimits limits = new LookUpLimits(LookUpLimits.Settings.DEFAULTS);
        CallServices services = new CallServices(
                new OrderAnswers(orders, flowSettings::orderFormats, new OrderFacts(flowSettings.zone())),
                limits,
                new TicketAnswers(tickets, CasePolicy.DEFAULTS, limits, flowSettings.zone()),
                tickets,
                voicemails,
                messages,
                new Inbox(flowSettings::message, optOuts, flowSettings::isOwn, flowSettings::mainLanguage),
                acd.contacts(),
                acd.reservations(),
                acd.callbacks(),
                acd.openCallbacks(),
                acd.supervision(),
                acd.leftAlone(),
                ratings,
                incidents,
                failedVoices);
        LegEvents events = new LegEvents(services, outbox, dueWork);
        acd.listen(events);
        Calls calls = new Calls(writer, services, liveFlows.versions(), events, format, clock);
        calls.onTurn(onlooker);
        return calls;
    }

    /** What the live flows say about other parts. */
    LiveFlowSettings flowSettings() {
        return flowSettings;
    }

    Clock clock() {
        return clock;
    }

    Database database() {
        return database;
    }

    Writer writer() {
        return writer;
    }

    Changes changes() {
        return changes;
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

    Ratings ratings() {
        return ratings;
    }

    Incidents incidents() {
        return incidents;
    }

    FailedVoices failedVoices() {
        return failedVoices;
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

    OrderJson orderJson() {
        return orderJson;
    }

    OrderDirectory orders() {
        return orders;
    }

    /** The flows that new calls run on. */
    VoiceFlows flows() {
        return liveFlows.versions().current();
    }

    /** Keeps the flows up to date. */
    LiveFlows liveFlows() {
        return liveFlows;
    }

    @Override
    public void close() {
        liveFlows.close();
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
