package hotline.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is counted of calls. A call that was turned away several times for the same reason counts once for it. */
public enum CountedCalls {
    /** Asked for a human outside the staffed hours. */
    CLOSED,
    /** Asked for a human when the queue was full. */
    FULL,
    /** Asked for a human when no agent who could take it was signed in. */
    NOBODY,
    /** Came in, and is over. */
    ALL,
    /** Came in, and ended without the caller having asked for a human. */
    CONTAINED;

    /** The word of addresses, texts and, for those turned away, of the queue's answer. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of this word, if there is one. */
    public static Optional<CountedCalls> find(String word) {
        return Arrays.stream(values())
                .filter(counted -> counted.word().equals(word))
                .findFirst();
    }

    /** Whether these are calls that asked for a human in vain. */
    boolean isTurnedAway() {
        return this == CLOSED || this == FULL || this == NOBODY;
    }

    boolean counts(ReportedCall call) {
        return switch (this) {
            case CLOSED, FULL, NOBODY -> call.answer().filter(word()::equals).isPresent();
            case ALL -> true;
            case CONTAINED -> call.answer().isEmpty();
        };
    }
}
