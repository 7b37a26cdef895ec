package hotline.flow;

import hotline.flow.Question.AboutOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything a call asks about, kept in memory: a shop, its tickets, and a queue with or without agents. */
final class PretendShop implements Asker {
    static final String ORDER = "240512ABCDEFGH";
    static final String ORDER_KEYS = "24051222233344";
    static final String TICKET = "123456789";

    /** The shapes of its order numbers. */
    static final Map<String, EntryKind> ENTRIES = Map.of(
            "order-number",
            new EntryKind(
                    "order-number",
                    List.of(new EntryShape("999-9999999-9999999"), new EntryShape("999999-XXXX-XXXX")),
                    14,
                    17,
                    Masking.LAST_TWO,
                    Duration.ofSeconds(6)));

    final List<Question> questions = new ArrayList<>();
    private final Map<String, String> newest = new HashMap<>();
    private final Map<String, Answer> found = new HashMap<>();
    private String lastFour = "7890";
    private boolean shopDown;
    private boolean ticketOpen;
    private boolean canText = true;
    private Answer joined =
            new Answer("joined", Map.of("queue.place", "2", "queue.estimate-low", "1", "queue.estimate-high", "3"));
    private Answer waiting =
            new Answer("waiting", Map.of("queue.place", "2", "queue.estimate-low", "1", "queue.estimate-high", "3"));
    private String booking = "booked";
    private String rating = "not-now";
    private boolean callbackOpen;

    /** The caller rings from the number on file of an order. */
    PretendShop knowsCaller(String situation) {
        newest.putAll(order(ORDER, situation));
        found.put(ORDER_KEYS, new Answer("own", newest));
        return this;
    }

    PretendShop withFact(String name, String value) {
        newest.put(name, value);
        return this;
    }

    PretendShop answersFind(String keys, Answer answer) {
        found.put(keys, answer);
        return this;
    }

    PretendShop isDown() {
        shopDown = true;
        return this;
    }

    PretendShop hasOpenTicket() {
        ticketOpen = true;
        return this;
    }

    PretendShop cannotText() {
        canText = false;
        return this;
    }

    PretendShop answersJoin(Answer answer) {
        joined = answer;
        return this;
    }

    PretendShop answersWait(Answer answer) {
        waiting = answer;
        return this;
    }

    PretendShop asksForRating() {
        rating = "ask";
        return this;
    }

    PretendShop answersBooking(String exit) {
        booking = exit;
        return this;
    }

    PretendShop hasCallbackOpen() {
        callbackOpen = true;
        return this;
    }

    static Map<String, String> order(String number, String situation) {
        return Map.of(
                "order.number", number,
                "order.status", "shipped",
                "order.situation", situation,
                "order.placed", "2026-11-12",
                "order.promised", "2026-11-20",
                "order.carrier", "JNE");
    }

    <Q extends Question> Optional<Q> asked(Class<Q> kind) {
        return questions.stream().filter(kind::isInstance).map(kind::cast).reduce((first, last) -> last);
    }

    @Override
    public Answer ask(Question question) {
        questions.add(question);
        if (question instanceof AboutOrder) {
            return shopDown ? Answer.of("unavailable") : aboutOrder(question);
        }
        if (question instanceof Question.FindIncident) {
            return Answer.of("none");
        }
        if (question instanceof Question.JoinQueue) {
            return joined;
        }
        if (question instanceof Question.Wait) {
            return waiting;
        }
        if (question instanceof Question.MayRate) {
            return Answer.of(rating);
        }
        if (question instanceof Question.Rate) {
            return Answer.of("kept");
        }
        if (question instanceof Question.LeaveQueue) {
            return Answer.of("left");
        }
        if (question instanceof Question.BookCallback) {
            return Answer.of(booking);
        }
        if (question instanceof Question.FindCallback) {
            return callbackOpen
                    ? new Answer("found", Map.of("callback.topic", "missing-order", "callback.place", "3"))
                    : Answer.of("none");
        }
        if (question instanceof Question.CancelCallback) {
            return Answer.of(callbackOpen ? "canceled" : "none");
        }
        if (question instanceof Question.WaitInstead) {
            return Answer.of(callbackOpen ? "waits" : "none");
        }
        if (question instanceof Question.KeepVoicemail) {
            return Answer.of("kept");
        }
        if (question instanceof Question.SendMessage) {
            return Answer.of(canText ? "sent" : "not-sent");
        }
        return aboutTicket(question);
    }

    private Answer aboutOrder(Question question) {
        if (question instanceof Question.FindOrder find) {
            return found.getOrDefault(find.keys(), new Answer("check", Map.of("order.number", find.keys())));
        }
        if (question instanceof Question.VerifyOrder verify) {
            return verify.lastFour().equals(lastFour)
                    ? new Answer("match", order(ORDER, "late"))
                    : Answer.of("mismatch");
        }
        return newest.isEmpty() ? Answer.of("none") : new Answer("found", newest);
    }

    private Answer aboutTicket(Question question) {
        Map<String, String> facts =
                Map.of("ticket.number", TICKET, "ticket.status", "in-progress", "ticket.due", "2026-11-27");
        if (question instanceof Question.OpenTicket) {
            return new Answer(ticketOpen ? "added" : "opened", facts);
        }
        if (question instanceof Question.NewestTicket) {
            return ticketOpen ? new Answer("found", facts) : Answer.of("none");
        }
        if (question instanceof Question.FindTicket find) {
            return find.number().equals(TICKET) ? new Answer("found", facts) : Answer.of("not-found");
        }
        throw new AssertionError(question);
    }
}
