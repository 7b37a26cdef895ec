package hotline.ticket;

import java.util.Arrays;
import java.util.Optional;

/**
 * How far a ticket is. The shop moves it on; a caller who reports the same again reopens a resolved one. What was closed
 * stays closed: the decision is final, and a new report makes a new ticket.
 */
public enum TicketStatus {
    /** Reported; nobody has begun. */
    OPEN("open"),
    /** Somebody examines it. */
    IN_PROGRESS("in-progress"),
    /** Buyer and seller may send evidence; nothing goes on until they did or their time is up. */
    WAITING_FOR_EVIDENCE("waiting-for-evidence"),
    /** There is an outcome, and the caller may still object. */
    RESOLVED("resolved"),
    /** Over. */
    CLOSED("closed");

    private final String word;

    TicketStatus(String word) {
        this.word = word;
    }

    /** The word of the API and of the flows. */
    public String word() {
        return word;
    }

    public static Optional<TicketStatus> find(String word) {
        return Arrays.stream(values()).filter(s -> s.word.equals(word)).findFirst();
    }

    /** Whether the shop may move a ticket from here to there. */
    public boolean canBecome(TicketStatus next) {
        return switch (this) {
            case OPEN -> next != OPEN;
            case IN_PROGRESS -> next != OPEN && next != IN_PROGRESS;
            case WAITING_FOR_EVIDENCE -> next != OPEN && next != WAITING_FOR_EVIDENCE;
            case RESOLVED -> next == IN_PROGRESS || next == WAITING_FOR_EVIDENCE || next == CLOSED;
            case CLOSED -> false;
        };
    }
}
