package hotline.ticket;

import java.util.Arrays;
import java.util.Optional;

/** What a ticket is about. */
public enum Category {
    MISSING_ORDER("missing-order"),
    NO_TRACKING_NUMBER("no-tracking-number"),
    DEFECTIVE_RETURN("defective-return"),
    OTHER("other");

    private final String word;

    Category(String word) {
        this.word = word;
    }

    /** The word of the API and of the flows. */
    public String word() {
        return word;
    }

    public static Optional<Category> find(String word) {
        return Arrays.stream(values()).filter(c -> c.word.equals(word)).findFirst();
    }
}
