package hotline.web;

import hotline.agent.Agent;
import hotline.agent.Agents;
import hotline.agent.StateSpans;
import hotline.phone.PhoneNumbers;
import hotline.queue.Acd;
import hotline.queue.AgentContact;
import hotline.queue.GivenUp;
import hotline.queue.SupervisionView;
import hotline.report.Reports;
import hotline.store.Database;
import hotline.web.SupervisorView.AgentLine;
import hotline.web.SupervisorView.Listening;
import hotline.web.SupervisorView.LostCaller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads what the supervisor's page shows. */
final class SupervisorReader {
    private static final int MOST_LOST = 100;

    private final Database database;
    private final Clock clock;
    private final Agents agents;
    private final Acd acd;
    private final Reports reports;
    private final StateSpans spans = new StateSpans();

    SupervisorReader(WebParts parts) {
        this.database = parts.storage().database();
        this.clock = parts.storage().clock();
        this.agents = parts.people().agents();
        this.acd = parts.line().acd();
        this.reports = parts.line().reports();
    }

    SupervisorView read(Visitor visitor) {
        Instant now = clock.instant();
        Instant midnight = reports.today(now).atStartOfDay(reports.zone()).toInstant();
        return database.read(handle -> new SupervisorView(
                visitor.texts(),
                visitor.formToken(),
                now,
                visitor.signedIn().endpoint().isPresent(),
                acd.supervision()
                        .findOpen(handle, visitor.signedIn().username())
                        .map(SupervisorReader::listening),
                agents(handle),
                acd.givenUp().list(handle, midnight, MOST_LOST).stream()
                        .map(SupervisorReader::lost)
                        .toList()));
    }

    private List<AgentLine> agents(Handle handle) {
        Map<String, Instant> since = spans.listSince(handle);
        return agents.list(handle).stream()
                .sorted(Comparator.comparing(Agent::state).thenComparing(Agent::name))
                .map(agent -> line(handle, agent, since.getOrDefault(agent.username(), agent.idleSince())))
                .toList();
    }

    private AgentLine line(Handle handle, Agent agent, Instant since) {
        Optional<AgentContact> contact =
                agent.activeContact().flatMap(id -> acd.views().findFor(handle, agent.username()));
        return new AgentLine(
                agent.username(),
                agent.name(),
                agent.state().word(),
                agent.presenceReason(),
                since,
                agent.activeContact(),
                contact.map(AgentContact::topic),
                agent.skills().tiers().keySet().stream().sorted().toList());
    }

    private static Listening listening(SupervisionView supervision) {
        return new Listening(supervision.contact(), supervision.mode().word(), supervision.isIn());
    }

    private static LostCaller lost(GivenUp.Caller caller) {
        return new LostCaller(
                caller.contact(),
                caller.topic(),
                caller.language(),
                caller.phone().map(PhoneNumbers::international),
                Amounts.time(Duration.between(caller.waitingFrom(), caller.gaveUpAt())),
                caller.gaveUpAt(),
                caller.outcome().word(),
                caller.isOpen());
    }
}
