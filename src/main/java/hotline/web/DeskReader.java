package hotline.web;

import hotline.agent.Agent;
import hotline.agent.AgentState;
import hotline.agent.Agents;
import hotline.phone.PhoneNumbers;
import hotline.queue.AgentContact;
import hotline.queue.ContactHistory;
import hotline.queue.ContactKind;
import hotline.queue.ContactState;
import hotline.queue.ContactTimes;
import hotline.queue.ContactView;
import hotline.queue.ContactViews;
import hotline.queue.Desk;
import hotline.queue.Dispositions;
import hotline.queue.Note;
import hotline.queue.PastContact;
import hotline.store.Database;
import hotline.ticket.TicketNumber;
import hotline.ticket.Voicemail;
import hotline.ticket.Voicemails;
import hotline.web.DeskView.Card;
import hotline.web.DeskView.Me;
import hotline.web.DeskView.Message;
import hotline.web.DeskView.Phase;
import hotline.web.DeskView.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Reads what an agent's desk shows. */
final class DeskReader {
    private static final int MOST_MESSAGES = 20;

    private final Database database;
    private final Agents agents;
    private final Voicemails voicemails;
    private final ContactViews contacts;
    private final Clock clock;
    private final TalkReader talks;
    private final Dispositions dispositions = new Dispositions();
    private final ContactHistory history = new ContactHistory();

    DeskReader(WebParts parts) {
        this.database = parts.storage().database();
        this.agents = parts.people().agents();
        this.voicemails = parts.voice().messages();
        this.contacts = parts.line().acd().views();
        this.clock = parts.storage().clock();
        this.talks = new TalkReader(parts);
    }

    /** The desk of an agent as it is now, all of it at one moment. */
    DeskView read(Visitor visitor) {
        String username = visitor.signedIn().username();
        Instant now = clock.instant();
        return database.read(handle -> {
            Agent agent = agents.get(handle, username);
            List<Waiting> waiting = contacts.list(handle, now).stream()
                    .filter(contact -> contact.state() == ContactState.WAITING)
                    .map(contact -> waiting(contact, agent, now))
                    .toList();
            Optional<Card> card = contacts.findFor(handle, username).map(contact -> card(handle, agent, contact));
            List<Message> messages = voicemails.listUnheard(handle, MOST_MESSAGES).stream()
                    .map(DeskReader::message)
                    .toList();
            Optional<String> unrecorded =
                    history.findUnrecorded(handle, username).map(PastContact::topic);
            return new DeskView(
                    visitor.texts(),
                    visitor.formToken(),
                    me(agent, card),
                    waiting,
                    messages,
                    card,
                    talks.find(handle, username),
                    unrecorded,
                    dispositions.listActive(handle));
        });
    }

    /** The contact of an agent, if they have one. */
    Optional<AgentContact> findContact(String username) {
        return database.read(handle -> contacts.findFor(handle, username));
    }

    private static Me me(Agent agent, Optional<Card> card) {
        Instant since = card.map(Card::since).orElse(agent.idleSince());
        return new Me(agent.state().word(), agent.presence().word(), agent.presenceReason(), since);
    }

    private static Waiting waiting(ContactView contact, Agent agent, Instant now) {
        return new Waiting(
                contact.id(),
                contact.position(),
                Optional.of(contact.notBefore()).filter(now::isBefore),
                contact.kind() == ContactKind.CALLBACK,
                contact.topic(),
                contact.language(),
                contact.since(),
                agent.canTake(contact.skill(), contact.language()));
    }

    private static Message message(Voicemail voicemail) {
        return new Message(
                voicemail.id(),
                voicemail.topic(),
                voicemail.language(),
                voicemail.caller().map(PhoneNumbers::international),
                voicemail.ticket().inThrees(),
                voicemail.createdAt(),
                Duration.ofSeconds(voicemail.seconds()));
    }

    private Card card(Handle handle, Agent agent, AgentContact contact) {
        ContactTimes times = history.getTimes(handle, contact.id());
        Phase phase = phase(agent, contact);
        return new Card(
                contact.id(),
                phase,
                contact.topic(),
                contact.language(),
                contact.phone().map(PhoneNumbers::international),
                Optional.ofNullable(contact.about().get("order.number")),
                Optional.ofNullable(contact.about().get("ticket.number"))
                        .flatMap(TicketNumber::find)
                        .map(TicketNumber::inThrees),
                contact.since(),
                times.connectedAt().map(connected -> Duration.between(contact.since(), connected)),
                since(phase, times),
                agent.wrapUpUntil(),
                phase == Phase.WRAP_UP && agent.wrapUpExtensions() < Desk.MOST_EXTENSIONS,
                contact.notes().stream()
                        .filter(note -> note.username().equals(agent.username()))
                        .map(Note::text)
                        .collect(Collectors.joining("\n")),
                contact.isRehearsal());
    }

    private static Phase phase(Agent agent, AgentContact contact) {
        if (agent.state() == AgentState.WRAP_UP) {
            return Phase.WRAP_UP;
        }
        if (agent.state() == AgentState.ON_CALL) {
            return Phase.TALKING;
        }
        return contact.kind() == ContactKind.CALLBACK ? Phase.DIALING : Phase.RINGING;
    }

    private static Instant since(Phase phase, ContactTimes times) {
        Optional<Instant> since = switch (phase) {
            case DIALING, RINGING -> times.reservedAt();
            case TALKING -> times.connectedAt();
            case WRAP_UP -> times.endedAt();
        };
        return since.orElse(times.waitingFrom());
    }
}
