package hotline.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names of the values that the steps themselves know; all others are the authors' and the answers'. */
final class Values {
    /** What the caller rang about: a ticket category. */
    static final String TOPIC = "topic";
    /** The order's number as typed, while it could not be looked up. */
    static final String TYPED_ORDER = "order-number";

    static final String ORDER = "order.number";
    /** How we know that the order is the caller's: by their number, or by the last four digits that they typed. */
    static final String PROOF = "order.proof";

    static final String TYPED_TICKET = "ticket-number";
    static final String TICKET = "ticket.number";
    static final String LAST_FOUR = "last-four";
    static final String DESIRED_OUTCOME = "desired-outcome";
    static final String AGENT = "agent.name";
    /** The queue step at which the caller has a place, as {@code flow/step}; absent when they have none. */
    static final String WAITS_AT = "waits-at";
    /** The keys of an entry that goes on after {@code *}. */
    static final String SO_FAR = "typed-so-far";

    static final String ORDER_FACTS = "order.";
    static final String QUEUE_FACTS = "queue.";
    static final String INCIDENT = "incident.";
    /** What the caller was last told of the queue's facts. */
    static final String TOLD = "told.";
    /** Why the wait takes longer than the caller was told. */
    static final String GROWN = "queue.grown";

    /** What an order's answer may tell. */
    static final Set<String> OF_ORDER = Set.of(
            ORDER,
            "order.status",
            "order.situation",
            "order.placed",
            "order.promised",
            "order.delivered",
            "order.total",
            "order.carrier",
            "order.tracking");

    /** Of those, the ones that every order has. */
    static final Set<String> SURE_OF_ORDER = Set.of(ORDER, "order.status", "order.situation", "order.placed");

    /** What a ticket's answer may tell. */
    static final Set<String> OF_TICKET = Set.of(
            TICKET,
            "ticket.category",
            "ticket.status",
            "ticket.order",
            "ticket.opened",
            "ticket.due",
            "ticket.updated",
            "ticket.desired-outcome",
            "ticket.agent",
            "ticket.evidence-due");

    /** Of those, the ones that every ticket has. */
    static final Set<String> SURE_OF_TICKET =
            Set.of(TICKET, "ticket.category", "ticket.status", "ticket.opened", "ticket.due", "ticket.updated");

    /** What a caller may wish for. */
    static final Set<String> OUTCOMES = Set.of("refund", "store-credit", "replacement", "return");

    static final Set<String> OF_QUEUE = Set.of(
            "queue.place",
            "queue.estimate-low",
            "queue.estimate-high",
            "queue.agents",
            "queue.long",
            "queue.ringing",
            "queue.kept",
            "queue.cut-off",
            GROWN,
            AGENT);

    /** What is known of a callback that was just booked. */
    static final Set<String> OF_BOOKING = Set.of("callback.number", "callback.when", "callback.from");

    /** What is known of one that was booked before. */
    static final Set<String> OF_CALLBACK =
            Set.of("callback.number", "callback.topic", "callback.place", "callback.when", "callback.from");

    /** What the agent's card shows. */
    private static final List<String> ABOUT =
            List.of(ORDER, TYPED_ORDER, PROOF, "order.situation", TICKET, DESIRED_OUTCOME);

    private Values() {}

    static Map<String, String> about(Map<String, String> values) {
        Map<String, String> about = new LinkedHashMap<>();
        for (String name : ABOUT) {
            Optional.ofNullable(values.get(name)).ifPresent(value -> about.put(name, value));
        }
        return about;
    }
}
