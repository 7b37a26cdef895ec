package hotline.ticket;

import hotline.flow.Answer;
import hotline.flow.Question;
import hotline.order.LookUpLimits;
import hotline.order.OrderNumber;
import hotline.phone.CallSid;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Answers a flow's questions about tickets, as their Javadoc says. Facts: {@code ticket.number}, {@code ticket.status},
 * {@code ticket.category}, {@code ticket.opened}, {@code ticket.updated}, {@code ticket.due}, and where there is one {@code ticket.order},
 * {@code ticket.desired-outcome}, {@code ticket.agent} and {@code ticket.evidence-due}. Days are ISO dates.
 */
public final class TicketAnswers {
    /**
     * The call that asks.
     *
     * @param theirs the number of the order that the caller has shown to be theirs, if they have: {@code order.number} while {@code order.proof} is there
     */
    public record Asking(
            CallSid call,
            Optional<PhoneNumber> caller,
            Language language,
            Optional<String> flowVersion,
            Optional<String> theirs) {}

    private final Tickets tickets;
    private final CasePolicy policy;
    private final LookUpLimits limits;
    private final ZoneId zone;

    /** @param zone where the shop's days begin */
    public TicketAnswers(Tickets tickets, CasePolicy policy, LookUpLimits limits, ZoneId zone) {
        this.tickets = tickets;
        this.policy = policy;
        this.limits = limits;
        this.zone = zone;
    }

    public Answer newest(Handle handle, Optional<PhoneNumber> caller) {
        return caller.flatMap(phone -> tickets.findOpenFor(handle, phone))
                .map(ticket -> new Answer("found", facts(ticket)))
                .orElse(Answer.of("none"));
    }

    /** Also counts the try; see {@link LookUpLimits}. */
    public Answer find(Handle handle, Question.FindTicket question, Asking asking, Instant now) {
        Answer answer = TicketNumber.find(question.number())
                .flatMap(number -> tickets.find(handle, number))
                .map(ticket -> new Answer("found", facts(ticket)))
                .orElse(Answer.of("not-found"));
        return limits.count(handle, asking.call(), asking.caller(), question, answer, now);
    }

    /**
     * Opens a ticket or adds to one.
     *
     * @throws IllegalArgumentException if the flow names a category or an outcome that there is not
     */
    public Answer open(Handle handle, Question.OpenTicket question, Asking asking, Instant now) {
        NewTicket report = new NewTicket(
                known(Category.find(question.category()), "category", question.category()),
                question.order().flatMap(OrderNumber::find).map(number -> aboutOrder(number, asking)),
                question.desiredOutcome().map(word -> known(DesiredOutcome.find(word), "desired outcome", word)),
                asking.caller(),
                asking.language(),
                new Origin(Channel.PHONE, Optional.of(asking.call()), asking.flowVersion()));
        Opened opened = tickets.open(handle, report, now);
        Ticket ticket = tickets.find(handle, opened.number()).orElseThrow();
        return new Answer(opened.added() ? "added" : "opened", facts(ticket));
    }

    private static NewTicket.AboutOrder aboutOrder(OrderNumber number, Asking asking) {
        boolean shown = asking.theirs()
                .flatMap(OrderNumber::find)
                .filter(number::equals)
                .isPresent();
        return new NewTicket.AboutOrder(number, shown);
    }

    private Map<String, String> facts(Ticket ticket) {
        Map<String, String> facts = new HashMap<>();
        facts.put("ticket.number", ticket.number().value());
        facts.put("ticket.status", ticket.status().word());
        facts.put("ticket.category", ticket.category().word());
        facts.put("ticket.opened", day(ticket.openedAt()));
        facts.put("ticket.due", day(ticket.dueAt()));
        ticket.history().stream()
                .reduce((earlier, later) -> later)
                .ifPresent(last -> facts.put("ticket.updated", day(last.at())));
        ticket.order().ifPresent(order -> facts.put("ticket.order", order));
        ticket.desiredOutcome().ifPresent(outcome -> facts.put("ticket.desired-outcome", outcome.word()));
        ticket.agent().ifPresent(agent -> facts.put("ticket.agent", agent));
        policy.evidenceUntil(ticket.category(), ticket.openedAt())
                .ifPresent(until -> facts.put("ticket.evidence-due", day(until)));
        return facts;
    }

    private String day(Instant at) {
        return LocalDate.ofInstant(at, zone).toString();
    }

    private static <T> T known(Optional<T> value, String what, String word) {
        return value.orElseThrow(() -> new IllegalArgumentException("no such " + what + ": " + word));
    }
}
