package hotline.web;

import hotline.agent.Agent;
import hotline.agent.Agents;
import hotline.call.CallHistory;
import hotline.call.CallHistory.CallView;
import hotline.message.Messages;
import hotline.queue.ConsideredAgent;
import hotline.queue.ContactHistory;
import hotline.queue.Note;
import hotline.queue.Rating;
import hotline.queue.RatingHistory;
import hotline.queue.RoutingDecision;
import hotline.queue.RoutingHistory;
import hotline.queue.TicketContact;
import hotline.ticket.HistoryEntry;
import hotline.ticket.Ticket;
import hotline.web.TicketView.Chapter;
import hotline.web.TicketView.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Tells the whole story of a ticket: its own history, the calls, the contacts, and the messages. */
final class TicketStory {
    private final Agents agents;
    private final CallHistory calls;
    private final Messages messages;
    private final ContactHistory contacts = new ContactHistory();
    private final RoutingHistory routing = new RoutingHistory();
    private final RatingHistory ratings = new RatingHistory();

    TicketStory(WebParts parts) {
        this.agents = parts.people().agents();
        this.calls = parts.line().calls();
        this.messages = parts.cases().messages();
    }

    /** Everything that is known to have happened, oldest first. */
    List<Chapter> tell(Handle handle, Ticket ticket, Texts texts) {
        String number = ticket.number().value();
        Map<String, String> names =
                agents.list(handle).stream().collect(Collectors.toMap(Agent::username, Agent::name));
        List<CallView> told = calls.listAbout(handle, number);
        List<TicketContact> about = contacts.listAbout(handle, number);
        List<String> keys = Stream.of(
                        told.stream().map(call -> call.callSid() + ":"),
                        about.stream()
                                .flatMap(contact -> Stream.of(contact.call() + ":", "callback-done:" + contact.id())),
                        Stream.of("ticket-moved:" + number + ":"))
                .flatMap(all -> all)
                .toList();
        List<Chapter> story = new ArrayList<>();
        told.forEach(call -> story.add(call(call, texts)));
        ticket.history().forEach(entry -> story.add(entry(entry, texts)));
        Endings endings = Endings.read(handle, texts);
        about.forEach(contact -> story.add(contact(contact, routing.of(handle, contact.id()), names, endings, texts)));
        ratings.listAbout(handle, number).forEach(given -> story.add(rating(given, texts)));
        messages.listByKeys(handle, keys).forEach(message -> story.add(message(message, texts)));
        story.sort(Comparator.comparing(Chapter::at));
        return story;
    }

    boolean isRehearsed(Handle handle, Ticket ticket) {
        return calls.isRehearsed(handle, ticket.number().value());
    }

    private static Chapter entry(HistoryEntry entry, Texts texts) {
        String status = entry.status()
                .map(to -> texts.getOr("ticket." + to.word(), to.word()))
                .orElse("");
        String icon = entry.kind() == HistoryEntry.Kind.NOTED ? "note" : "ticket";
        return new Chapter(
                entry.at(),
                icon,
                texts.get("story." + entry.kind().word(), status),
                entry.by(),
                entry.wishes().map(wishes -> wished(wishes, texts)).or(entry::note),
                List.of());
    }

    private static String wished(List<String> wishes, Texts texts) {
        return wishes.stream()
                .map(wish -> texts.getOr("outcome." + wish, wish))
                .collect(Collectors.joining(HistoryEntry.INSTEAD));
    }

    private static Chapter call(CallView call, Texts texts) {
        Optional<Duration> length = call.endedAt().map(end -> Duration.between(call.startedAt(), end));
        List<Line> lines = call.events().stream()
                .map(event -> new Line(
                        Optional.of(event.at()), texts.getOr("event." + event.kind(), event.kind()), event.detail()))
                .toList();
        return new Chapter(
                call.startedAt(),
                "phone",
                texts.get("story.call", Amounts.time(length)),
                Optional.empty(),
                Optional.empty(),
                lines);
    }

    private static Chapter contact(
            TicketContact contact,
            List<RoutingDecision> looks,
            Map<String, String> names,
            Endings endings,
            Texts texts) {
        String end = endings.of(contact.disposition(), contact.outcome()).orElseGet(() -> texts.get("story.not-over"));
        Duration waited = Duration.between(
                contact.waitingFrom(),
                contact.connectedAt().or(contact::endedAt).orElse(contact.waitingFrom()));
        String notes = contact.notes().stream().map(Note::text).collect(Collectors.joining("\n"));
        return new Chapter(
                contact.waitingFrom(),
                contact.isCallback() ? "callback" : "talking",
                texts.get(contact.isCallback() ? "story.callback" : "story.contact", Amounts.time(waited), end),
                contact.agent(),
                Optional.of(notes).filter(text -> !text.isEmpty()),
                looks.stream().flatMap(look -> look(look, names, texts)).toList());
    }

    private static Chapter rating(RatingHistory.Given given, Texts texts) {
        return new Chapter(
                given.at(),
                "star",
                texts.get(given.isByKey() ? "story.rated-by-key" : "story.rated-by-link", given.score(), Rating.BEST),
                given.agent().map(name -> texts.get("story.rated-agent", name)),
                given.note(),
                List.of());
    }

    /** Why the agents got the contact or did not, one line each. */
    private static Stream<Line> look(RoutingDecision look, Map<String, String> names, Texts texts) {
        return look.agents().stream().map(agent -> considered(look, agent, names, texts));
    }

    private static Line considered(
            RoutingDecision look, ConsideredAgent agent, Map<String, String> names, Texts texts) {
        String name = names.getOrDefault(agent.username(), agent.username());
        String why = agent.failed().entrySet().stream()
                .map(rule -> texts.get("rule." + rule.getKey().word(), rule.getValue()))
                .collect(Collectors.joining("; "));
        String verdict = agent.chosen() ? texts.get("rule.chosen") : why.isEmpty() ? texts.get("rule.passed") : why;
        return new Line(Optional.of(look.at()), name, verdict);
    }

    private static Chapter message(Messages.Written message, Texts texts) {
        String state = texts.getOr(
                "delivery." + message.state().word(), message.state().word());
        return new Chapter(
                message.writtenAt(),
                "message",
                texts.get("story.message", texts.getOr("message." + message.template(), message.template())),
                Optional.empty(),
                Optional.of(message.errorCode()
                        .map(code -> state + " (" + texts.get("story.error-code", code) + ")")
                        .orElse(state)),
                List.of());
    }
}
