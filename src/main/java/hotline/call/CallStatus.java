package hotline.call;

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
    }

    /** The carrier's word. */
    public String word() {
        return word;
    }

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
    }
}
