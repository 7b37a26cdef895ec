package hotline.ticket;

import java.util.Arrays;
import java.util.Optional;

/** Where a ticket came from. */
public enum Channel {
    PHONE("phone"),
    WEB("web");

    private final String word;

    Channel(String word) {
        this.word = word;
    }

    /** The word of the API. */
    public String word() {
        return word;
    }

    static Optional<Channel> find(String word) {
        return Arrays.stream(values()).filter(c -> c.word.equals(word)).findFirst();
    }
}
