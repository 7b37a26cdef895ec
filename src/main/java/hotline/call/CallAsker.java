package hotline.call;

import hotline.flow.Answer;
import hotline.flow.Asker;
import hotline.flow.Question;
import hotline.flow.Session;
import hotline.flow.VoiceFlows;
import hotline.message.NewMessage;
import hotline.message.Sending;
import hotline.phone.PhoneNumber;
import hotline.ticket.NewVoicemail;
import hotline.ticket.TicketAnswers;
import hotline.ticket.TicketNumber;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Answers the questions of one turn inside its transaction. */
final class CallAsker implements Asker {
    /** The flow keeps this value while the order is known to be the caller's. */
    private static final String PROOF = "order.proof";

    private static final String ORDER = "order.number";

    /** Exits by which a caller has shown that an order is theirs. */
    private static final Set<String> SHOWN = Set.of("found", "own", "near", "match");

    private final CallServices services;
    private final CallRepository calls;
    private final Handle handle;
    private final VoiceFlows flows;
    private final Call call;
    private final QueueAsker atQueue;
    private final Map<Question, Answer> facts;
    private final Instant now;

    /** The order that the caller has shown to be theirs. */
    private Optional<String> theirs;

    /** Who gets messages: the caller, or the number that they want to be rung back on. */
    private Optional<PhoneNumber> recipient;

    /**
     * Answers one turn.
     *
     * @param flows the version that the call runs on
     * @param facts what was fetched before the transaction began
     */
    CallAsker(
            CallServices services,
            CallRepository calls,
            Handle handle,
            VoiceFlows flows,
            Call call,
            Map<Question, Answer> facts,
            Instant now) {
        this.services = services;
        this.calls = calls;
        this.handle = handle;
        this.flows = flows;
        this.call = call;
        this.atQueue = new QueueAsker(services, calls, handle, flows, call, now);
        this.facts = facts;
        this.now = now;
        this.recipient = call.caller();
        this.theirs = call.session()
                .map(Session::values)
                .filter(values -> values.containsKey(PROOF))
                .map(values -> values.get(ORDER));
    }

    @Override
    public Answer ask(Question question) {
        if (question instanceof Question.AboutOrder order) {
            return aboutOrder(order);
        }
        if (question instanceof Question.NewestTicket) {
            return services.ticketAnswers().newest(handle, call.caller());
        }
        if (question instanceof Question.FindTicket find) {
            return services.ticketAnswers().find(handle, find, asking(), now);
        }
        if (question instanceof Question.OpenTicket open) {
            return openTicket(open);
        }
        if (question instanceof Question.SendMessage message) {
            return sendMessage(message);
        }
        if (question instanceof Question.FindIncident find) {
            return announceIncident(find);
        }
        if (question instanceof Question.BookCallback book) {
            return bookCallback(book);
        }
        return question instanceof Question.KeepVoicemail voicemail ? keepVoicemail(voicemail) : atQueue.ask(question);
    }

    private Answer announceIncident(Question.FindIncident find) {
        Optional<String> words = services.incidents().announce(handle, find.topic(), find.language(), call.sid(), now);
        words.ifPresent(said -> event("incident", find.topic()));
        return words.map(said -> new Answer("announce", Map.of("incident.words", said)))
                .orElse(Answer.of("none"));
    }

    private Answer aboutOrder(Question.AboutOrder question) {
        Answer fact = facts.get(question);
        if (fact == null) {
            throw new FactNeededException(question, call);
        }
        Answer answer = services.lookUps().count(handle, call.sid(), call.caller(), question, fact, now);
        if (SHOWN.contains(answer.exit())) {
            theirs = Optional.ofNullable(answer.facts().get(ORDER));
        }
        return answer;
    }

    private Answer openTicket(Question.OpenTicket open) {
        Answer answer = services.ticketAnswers().open(handle, open, asking(), now);
        String number = ticketNumber(answer);
        calls.updateTicket(handle, call.sid(), number);
        event("ticket", answer.exit() + " " + number);
        return answer;
    }

    private TicketAnswers.Asking asking() {
        return new TicketAnswers.Asking(
                call.sid(), call.caller(), call.language(), Optional.of(call.flowVersion()), theirs);
    }

    private Answer sendMessage(Question.SendMessage message) {
        if (recipient.isEmpty()) {
            event("message", message.template() + " not sent: no number");
            return Answer.of("not-sent");
        }
        String onceKey = call.sid() + ":" + call.turn() + ":" + message.template();
        Sending sending = services.messages()
                .send(
                        handle,
                        new NewMessage(message.template(), recipient.get(), call.language(), message.values(), onceKey),
                        flows::message,
                        now);
        if (sending instanceof Sending.NotSent refused) {
            event("message", message.template() + " not sent: " + refused.reason());
            return Answer.of("not-sent");
        }
        event("message", message.template());
        return Answer.of("sent");
    }

    private Answer bookCallback(Question.BookCallback book) {
        Answer answer = atQueue.ask(book);
        recipient = Optional.ofNullable(answer.facts().get("callback.number"))
                .map(PhoneNumber::new)
                .or(() -> recipient);
        return answer;
    }

    private Answer keepVoicemail(Question.KeepVoicemail voicemail) {
        Answer opened = openTicket(new Question.OpenTicket(
                voicemail.topic(), Optional.ofNullable(voicemail.about().get("order.number")), Optional.empty()));
        TicketNumber ticket = TicketNumber.find(ticketNumber(opened)).orElseThrow();
        Optional<UUID> contact = services.contacts().leftMessage(handle, call.sid(), now);
        NewVoicemail message = new NewVoicemail(
                ticket,
                contact,
                call.sid(),
                call.caller(),
                call.language(),
                voicemail.topic(),
                voicemail.recordingUrl(),
                voicemail.seconds(),
                call.flowVersion());
        if (services.voicemails().keep(handle, message, now)) {
            services.tickets().note(handle, ticket, "voicemail of " + voicemail.seconds() + " s", "caller", now);
        }
        event("voicemail", voicemail.seconds() + " s");
        return new Answer("kept", opened.facts());
    }

    private static String ticketNumber(Answer opened) {
        return Objects.requireNonNull(opened.facts().get("ticket.number"), "a ticket has a number");
    }

    private void event(String kind, String detail) {
        calls.insertEvent(handle, call.sid(), kind, detail, now);
    }
}
