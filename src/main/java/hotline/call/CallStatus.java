package hotline.call;

<<<<<<< HEAD
import java.util.Optional;

/**
 * How far a call has come, in the carrier's words (Twilio, "Call status values"). The order is the order of progress: an event never
 * moves a call back, and nothing follows an end.
 */
public enum CallStatus {
    QUEUED("queued", false),
    INITIATED("initiated", false),
    RINGING("ringing", false),
    IN_PROGRESS("in-progress", false),
    COMPLETED("completed", true),
    BUSY("busy", true),
    FAILED("failed", true),
    NO_ANSWER("no-answer", true),
    CANCELED("canceled", true);

    private final String word;
    private final boolean end;

    CallStatus(String word, boolean end) {
        this.word = word;
        this.end = end;
=======
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
>>>>>>> bd489211ceb089dda7d5c6de6d3e98def16cb161
    }

    /** The carrier's word. */
    public String word() {
        return word;
    }

<<<<<<< HEAD
    /** Whether the call is over. */
    public boolean isEnd() {
        return end;
    }

    /** Whether an event with {@code next} says something new about a call that has this status. */
    public boolean canBecome(CallStatus next) {
        return !end && next.compareTo(this) > 0;
    }

    /** The status of that word; {@code answered} is the event name of {@code in-progress}. Empty for a word not known yet. */
    public static Optional<CallStatus> find(String word) {
        if (word.equals("answered")) {
            return Optional.of(IN_PROGRESS);
        }
        for (CallStatus status : values()) {
            if (status.word.equals(word)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
=======
    /** Whether the leg is over. */
    public boolean isFinal() {
        return compareTo(COMPLETED) >= 0;
    }

    /** The status of this word; empty for one that the carrier has added since. */
    public static Optional<CallStatus> find(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word.equals(word))
                .findFirst();
>>>>>>> bd489211ceb089dda7d5c6de6d3e98def16cb161
    }
}
