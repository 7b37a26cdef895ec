package hotline.web;

import hotline.agent.Accounts;
import hotline.agent.Agents;
import hotline.agent.Audit;
import hotline.agent.KnownDevices;
import hotline.agent.SignIns;
import hotline.agent.WebSessions;
import hotline.call.CallHistory;
import hotline.call.FailedVoices;
import hotline.incident.Incidents;
import hotline.message.Messages;
import hotline.order.OrderDirectory;
import hotline.order.OrderJson;
import hotline.order.OwnOrders;
import hotline.publish.LiveFlows;
import hotline.queue.Acd;
import hotline.queue.Ratings;
import hotline.report.Reports;
import hotline.store.Changes;
import hotline.store.Database;
import hotline.store.Writer;
import hotline.ticket.Tickets;
import hotline.ticket.Voicemails;
import hotline.twilio.RecordingUnavailableException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Everything that the pages and the API stand on; each class takes from it what it needs. */
public record WebParts(
        WebSettings settings,
        Storage storage,
        People people,
        Cases cases,
        Line line,
        Voice voice,
        Menu menu,
        Watch watch) {
    /** The database and the time. */
    public record Storage(Database database, Writer writer, Changes changes, Clock clock) {}

    /** Who signs in. */
    public record People(Agents agents, WebSessions sessions, SignIns signIns, Accounts accounts, Audit audit) {
        /** All of them, on these agents. */
        public static People of(Agents agents, WebSessions sessions) {
            Audit audit = new Audit();
            KnownDevices devices = new KnownDevices();
            return new People(
                    agents,
                    sessions,
                    new SignIns(agents, sessions, devices, audit),
                    new Accounts(agents, sessions, devices, audit),
                    audit);
        }
    }

    /**
     * What callers ring about.
     *
     * @param ownOrders the order directory in the own database; empty when the shop's system is asked instead
     */
    public record Cases(
            Tickets tickets,
            Messages messages,
            OrderDirectory orders,
            Optional<OwnOrders> ownOrders,
            OrderJson orderJson) {}

    /** Callers and the queue. */
    public record Line(Acd acd, Ratings ratings, CallHistory calls, Reports reports) {}

    /**
     * What callers left on tape.
     *
     * @param audio gives a recording by its address at the carrier, as WAV; throws {@link RecordingUnavailableException}
     */
    public record Voice(Voicemails messages, Function<String, byte[]> audio) {}

    /** What callers hear: the flows that are live, by which voices, and what they are told besides; and how to hear what is not live. */
    public record Menu(LiveFlows flows, FailedVoices voices, Incidents incidents, TestCalls testCalls) {}

    /**
     * How the program itself is.
     *
     * @param checks what must work before this node takes calls
     */
    public record Watch(List<ReadyCheck> checks, PrometheusMeterRegistry metrics) {}
}
