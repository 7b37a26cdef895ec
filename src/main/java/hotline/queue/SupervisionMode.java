package hotline.queue;

import java.util.Arrays;
import java.util.Optional;

/** How a supervisor takes part in somebody else's conversation. */
public enum SupervisionMode {
    /** Listens, and is heard by nobody. */
    MONITOR,
    /** Is heard by the agent alone. */
    COACH,
    /** Talks with both. */
    BARGE;

    /** The word of the pages and the database. */
    public String word() {
        return Words.of(this);
    }

    /** The mode of this word, if there is one. */
    public static Optional<SupervisionMode> find(String word) {
        return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
    }
}
