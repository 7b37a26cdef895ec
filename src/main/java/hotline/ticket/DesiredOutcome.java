package hotline.ticket;

import java.util.Arrays;
import java.util.Optional;

/** What the caller wants to come of it. */
public enum DesiredOutcome {
    REFUND("refund"),
    STORE_CREDIT("store-credit"),
    REPLACEMENT("replacement"),
    RETURN("return");

    private final String word;

    DesiredOutcome(String word) {
        this.word = word;
    }

    /** The word of the API and of the flows. */
    public String word() {
        return word;
    }

    public static Optional<DesiredOutcome> find(String word) {
        return Arrays.stream(values()).filter(o -> o.word.equals(word)).findFirst();
    }
}
