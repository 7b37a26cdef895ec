package hotline.message;

import java.util.Arrays;
import java.util.Optional;

/**
 * How far a message has come: the carrier's words (Twilio, "Message resource", Message status values) after our own first one.
 * Told of late, twice and in any order; it moves forward only.
 */
public enum DeliveryState {
    /** Written down, not yet with the carrier. */
    WAITING("waiting", 0),
    /** With the carrier, in one of its first states. */
    ACCEPTED("accepted", 1),
    SCHEDULED("scheduled", 1),
    QUEUED("queued", 1),
    SENDING("sending", 2),
    SENT("sent", 3),
    DELIVERED("delivered", 4),
    UNDELIVERED("undelivered", 4),
    FAILED("failed", 4),
    CANCELED("canceled", 4);

    private static final int LAST = 4;

    private final String word;
    private final int rank;

    DeliveryState(String word, int rank) {
        this.word = word;
        this.rank = rank;
    }

    /** The word of the carrier and the database. */
    public String word() {
        return word;
    }

    /** Whether nothing more will be heard of the message. */
    public boolean isFinal() {
        return rank == LAST;
    }

    /** Whether an event with {@code next} says something new about a message that has come this far. */
    public boolean canBecome(DeliveryState next) {
        return next.rank > rank;
    }

    /** The state of this word; empty for one that says nothing of delivery ({@code read}) or that the carrier added since. */
    public static Optional<DeliveryState> find(String word) {
        return Arrays.stream(values()).filter(state -> state.word.equals(word)).findFirst();
    }
}
