package hotline.call;

import java.util.Arrays;
import java.util.Optional;

/**
 * How far a leg has come, in the carrier's words (Twilio, "Call resource", Call status values; {@code initiated} is told by
 * status callbacks only). A leg ends in exactly one of the last five.
 */
public enum CallStatus {
    QUEUED("queued"),
    INITIATED("initiated"),
    RINGING("ringing"),
    IN_PROGRESS("in-progress"),
    COMPLETED("completed"),
    BUSY("busy"),
    FAILED("failed"),
    NO_ANSWER("no-answer"),
    CANCELED("canceled");

    private final String word;

    CallStatus(String word) {
        this.word = word;
    }

    /** The carrier's word. */
    public String word() {
        return word;
    }

    /** Whether the leg is over. */
    public boolean isFinal() {
        return compareTo(COMPLETED) >= 0;
    }

    /** Whether an event with {@code next} says something new about a leg that has come this far. */
    public boolean canBecome(CallStatus next) {
        return !isFinal() && next.compareTo(this) > 0;
    }

    /** The status of this word; empty for one that the carrier has added since. */
    public static Optional<CallStatus> find(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word.equals(word))
                .findFirst();
    }
}
