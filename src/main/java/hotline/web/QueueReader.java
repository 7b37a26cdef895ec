package hotline.web;

import hotline.agent.Agent;
import hotline.agent.AgentState;
import hotline.agent.Agents;
import hotline.agent.Role;
import hotline.phone.PhoneNumbers;
import hotline.queue.ContactKind;
import hotline.queue.ContactView;
import hotline.queue.ContactViews;
import hotline.store.Database;
import hotline.ticket.TicketNumber;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what the page of the queue shows. */
final class QueueReader {
    private final Database database;
    private final Agents agents;
    private final Clock clock;
    private final ContactViews contacts;

    QueueReader(WebParts parts) {
        this.database = parts.storage().database();
        this.agents = parts.people().agents();
        this.clock = parts.storage().clock();
        this.contacts = parts.line().acd().views();
    }

    /** The queue as it is now, all of it at one moment. */
    QueueView read(Visitor visitor) {
        Instant now = clock.instant();
        return database.read(handle -> {
            Map<String, String> names =
                    agents.list(handle).stream().collect(Collectors.toMap(Agent::username, Agent::name));
            List<QueueView.Line> lines = contacts.list(handle, now).stream()
                    .map(contact -> line(contact, names, now))
                    .toList();
            Agent reader = agents.get(handle, visitor.signedIn().username());
            return new QueueView(
                    visitor.texts(),
                    visitor.formToken(),
                    reader.role().includes(Role.SUPERVISOR),
                    reader.state() == AgentState.AVAILABLE,
                    now,
                    lines);
        });
    }

    private static QueueView.Line line(ContactView contact, Map<String, String> names, Instant now) {
        return new QueueView.Line(
                contact.id(),
                contact.position(),
                contact.kind() == ContactKind.CALLBACK,
                contact.state().word(),
                contact.skill(),
                contact.topic(),
                contact.language(),
                contact.priority(),
                contact.phone().map(PhoneNumbers::international),
                contact.ticket().flatMap(TicketNumber::find).map(TicketNumber::inThrees),
                contact.since(),
                Optional.of(contact.notBefore()).filter(now::isBefore),
                contact.attempts(),
                contact.agent().map(username -> names.getOrDefault(username, username)),
                contact.isRehearsal());
    }
}
