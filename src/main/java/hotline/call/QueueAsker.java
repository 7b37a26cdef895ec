package hotline.call;

import hotline.flow.Answer;
import hotline.flow.Asker;
import hotline.flow.Question;
import hotline.flow.VoiceFlows;
import hotline.queue.NewContact;
import hotline.queue.OpenCallbacks;
import hotline.queue.Staffing;
import hotline.ticket.TicketNumber;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Answers what one turn asks of the queue, inside its transaction: a place there, callbacks, and what the agent was worth. */
final class QueueAsker implements Asker {
    private final CallServices services;
    private final CallRepository calls;
    private final Handle handle;
    private final VoiceFlows flows;
    private final Call call;
    private final Instant now;

    /**
     * Answers one turn.
     *
     * @param flows the version that the call runs on
     */
    QueueAsker(CallServices services, CallRepository calls, Handle handle, VoiceFlows flows, Call call, Instant now) {
        this.services = services;
        this.calls = calls;
        this.handle = handle;
        this.flows = flows;
        this.call = call;
        this.now = now;
    }

    @Override
    public Answer ask(Question question) {
        if (question instanceof Question.MayRate) {
            return mayRate();
        }
        if (question instanceof Question.Rate rate) {
            return rate(rate);
        }
        if (question instanceof Question.JoinQueue join) {
            return join(join);
        }
        if (question instanceof Question.Wait) {
            return waiting();
        }
        if (question instanceof Question.LeaveQueue) {
            services.contacts().leave(handle, call.sid(), now);
            return Answer.of("left");
        }
        if (question instanceof Question.BookCallback book) {
            return bookCallback(book);
        }
        return aboutOpenCallback(question);
    }

    private Answer aboutOpenCallback(Question question) {
        OpenCallbacks.Ringing ringing = new OpenCallbacks.Ringing(
                call.sid(), call.caller(), call.rehearsal().isPresent());
        if (question instanceof Question.FindCallback) {
            return services.openCallbacks().find(handle, ringing, now);
        }
        if (question instanceof Question.CancelCallback) {
            Answer answer = services.openCallbacks().cancel(handle, ringing, now);
            event("callback", answer.exit());
            return answer;
        }
        if (question instanceof Question.WaitInstead) {
            Answer answer = services.openCallbacks().waitInstead(handle, ringing, now);
            event("callback", "wait instead: " + answer.exit());
            return answer;
        }
        throw new AssertionError(question);
    }

    /** In a rehearsal the question is heard, but nobody counts as asked. */
    private Answer mayRate() {
        boolean ask = call.rehearsal().isPresent()
                ? services.ratings().wouldAsk(handle, call.sid(), now)
                : services.ratings().ask(handle, call.sid(), now);
        return Answer.of(ask ? "ask" : "not-now");
    }

    private Answer rate(Question.Rate rate) {
        boolean kept = call.rehearsal().isPresent() || services.ratings().answer(handle, call.sid(), rate.score(), now);
        return Answer.of(kept ? "kept" : "not-kept");
    }

    /** Customers are told of the hours that are live; who tries a draft, of the draft's. */
    private Optional<Staffing> tried() {
        return call.rehearsal().map(rehearsal -> rehearsal.staffing(flows));
    }

    private Answer join(Question.JoinQueue join) {
        NewContact contact = new NewContact(
                call.sid(), call.caller(), call.language(), join.skill(), join.topic(), about(join.about()));
        Answer answer = services.contacts().join(handle, contact, tried(), now);
        event("queue", join.skill() + ": " + answer.exit());
        calls.insertWish(handle, call.sid(), join.skill(), join.topic(), answer.exit(), now);
        return answer;
    }

    private Answer bookCallback(Question.BookCallback book) {
        Answer answer = services.callbacks().book(handle, call.sid(), book, call.caller(), call.language(), now);
        event("callback", answer.exit());
        return answer;
    }

    private Answer waiting() {
        Answer answer = services.contacts().wait(handle, call.sid(), tried(), now);
        if (answer.exit().equals("connect")) {
            String agent = Objects.requireNonNull(answer.facts().get("agent.name"), "an agent has a name");
            event("agent", agent);
            calls.findTicket(handle, call.sid())
                    .flatMap(TicketNumber::find)
                    .ifPresent(ticket -> services.tickets().spoke(handle, ticket, agent, Optional.of(call.sid()), now));
        }
        return answer;
    }

    /** What the agent's card shows: what the flow tells, and the ticket of this call. */
    private Map<String, String> about(Map<String, String> told) {
        Map<String, String> about = new HashMap<>(told);
        calls.findTicket(handle, call.sid()).ifPresent(ticket -> about.putIfAbsent("ticket.number", ticket));
        return about;
    }

    private void event(String kind, String detail) {
        calls.insertEvent(handle, call.sid(), kind, detail, now);
    }
}
