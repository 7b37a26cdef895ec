package hotline.flow;

import hotline.phone.Language;
import java.util.Map;
import java.util.Optional;

/** What the interpreter asks while it works out a turn. */
public sealed interface Question {
    /** Questions about orders may need the shop's own system, so they are answered with no transaction open. */
    sealed interface AboutOrder extends Question {}

    /**
     * The newest order of the caller's own number. Exits: {@code found} with the {@code order.*} facts, {@code none},
     * {@code unavailable}.
     */
    record NewestOrder() implements AboutOrder {}

    /**
     * The order whose number was typed. Exits: {@code own} (the caller's, with {@code order.*}); {@code choose} (the keys
     * fit several of the caller's, with {@code choice-1} and {@code choice-2}); {@code near} (a slip of a key from one of the
     * caller's, with {@code order.*} of that one); {@code check} (somebody else's or nobody's: the caller must show that they know the
     * number on file; the same for both, with {@code order.number} as typed); {@code card} (a payment card's number, to be forgotten);
     * {@code too-many} (too many tries); {@code unavailable}.
     *
     * @param keys as pressed, letters by their keys; or the exact number of one of the choices, letters as letters
     */
    record FindOrder(String keys) implements AboutOrder {}

    /**
     * Whether the last four digits of the number on file are these. Exits: {@code match} with {@code order.*}, {@code mismatch} (also
     * when there is no such order), {@code too-many}, {@code unavailable}.
     */
    record VerifyOrder(String keys, String lastFour) implements AboutOrder {}

    /** The caller's own newest ticket that is not closed. Exits: {@code found} with {@code ticket.*}, {@code none}. */
    record NewestTicket() implements Question {}

    /** A ticket by its number. Exits: {@code found} with {@code ticket.*}, {@code not-found}, {@code too-many}. */
    record FindTicket(String number) implements Question {}

    /**
     * Opens a ticket, or adds to the open one of the same order and category. Exits: {@code opened}, {@code added}; with
     * {@code ticket.number}, {@code ticket.due}.
     *
     * @param order the order's number, or what was typed when it could not be checked
     */
    record OpenTicket(String category, Optional<String> order, Optional<String> desiredOutcome) implements Question {}

    /**
     * What many callers about this topic ring about at present, for one who has just come to it. Exits: {@code announce} with
     * {@code incident.words}; {@code none}, also for who has heard it in this call.
     */
    record FindIncident(String topic, Language language) implements Question {}

    /** Sends a text message to the caller. Exits: {@code sent}, {@code not-sent} (no number to send to, opted out). */
    record SendMessage(String template, Map<String, String> values) implements Question {}

    /**
     * Asks for a human. Exits: {@code joined} with {@code queue.place}, {@code queue.estimate-low} and
     * {@code queue.estimate-high} in minutes (absent when unknown), {@code queue.agents} (how many are there for it, busy or
     * not) and {@code queue.long} ({@code true} when the wait is
     * long enough to offer a callback unasked), {@code queue.ringing} ({@code true} when an agent's phone rings for the caller
     * already), {@code queue.kept} ({@code true} when a caller who was cut off has their old place again), {@code queue.cut-off} ({@code true} when they
     * wait again because their agent's line was lost); {@code nobody}, {@code full}, {@code closed} (outside the hours in which the queue is staffed).
     *
     * @param topic what the caller rang about, a ticket category or {@code other}
     * @param about facts for the agent's card, such as {@code order.number} and {@code ticket.number}
     */
    record JoinQueue(String skill, String topic, Map<String, String> about) implements Question {}

    /**
     * How the wait goes. Exits: {@code waiting} with the facts of {@link JoinQueue}; {@code connect} with {@code queue.room}
     * and {@code agent.name}; {@code too-long}, {@code nobody} (the last agent left) and {@code closed} (they left because it
     * is late), with which the contact ends; {@code cut-off} (the agent's line was lost; who joins again is at the head of the
     * queue); {@code gone} (it ended before).
     */
    record Wait() implements Question {}

    /** The caller leaves the queue for another way out. Exit: {@code left}. */
    record LeaveQueue() implements Question {}

    /**
     * Turns the caller's contact into a callback that keeps its place, or makes a new one. Exits: {@code booked} with
     * {@code callback.number}, {@code callback.when} ({@code soon}, {@code today}, {@code tomorrow}) and {@code callback.from}; {@code already} (one is open for that number); {@code refused} (a number that is never rung).
     *
     * @param number as typed, or empty for the number the caller rings from
     */
    record BookCallback(String skill, String topic, Optional<String> number, Map<String, String> about)
            implements Question {}

    /** Whether the caller, who has just spoken with an agent, is asked to rate that. Exits: {@code ask}, {@code not-now}. */
    record MayRate() implements Question {}

    /**
     * Keeps how the caller rates the conversation. Exits: {@code kept}, {@code not-kept} (nobody asked).
     *
     * @param score 1 to 5, the best last
     */
    record Rate(int score) implements Question {}

    /**
     * Whether the caller has a callback open. Exits: {@code found} with {@code callback.number}, {@code callback.topic},
     * {@code callback.place}, {@code callback.when} and {@code callback.from}; {@code none}.
     */
    record FindCallback() implements Question {}

    /** The caller does not want to be rung back any more. Exits: {@code canceled}; {@code none} (none is open). */
    record CancelCallback() implements Question {}

    /**
     * The caller waits on the line now, at the place of their callback. Exits: {@code waits}; {@code nobody} (no agent is
     * there; the callback stays); {@code none} (none is open).
     */
    record WaitInstead() implements Question {}

    /** Keeps a recorded message, on a ticket. Exit: {@code kept}. */
    record KeepVoicemail(String topic, String recordingUrl, int seconds, Map<String, String> about)
            implements Question {}
}
