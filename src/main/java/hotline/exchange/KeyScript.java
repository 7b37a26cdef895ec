package hotline.exchange;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What to press whenever the hotline waits for keys. */
final class KeyScript {
    static final String HANG_UP = "h";
    private static final String WAIT = "w";

    private final boolean byHand;
    private final Deque<String> entries;

    private KeyScript(boolean byHand, List<String> entries) {
        this.byHand = byHand;
        this.entries = new ArrayDeque<>(entries);
    }

    static KeyScript byHand() {
        return new KeyScript(true, List.of());
    }

    /** Entries separated by commas: keys, {@code w} to let one prompt go by, {@code h} to hang up. */
    static KeyScript parse(String text) {
        List<String> entries = List.of(text.replace(" ", "").split(",", -1));
        for (String entry : entries) {
            if (!entry.matches("[0-9*#]*|w|h")) {
                throw new IllegalArgumentException(
                        "\"" + entry
                                + "\" in --keys: use keys (0-9, capital letters, * and #), w to wait, h to hang up, with commas between");
            }
        }
        return new KeyScript(false, entries.stream().filter(e -> !e.isEmpty()).toList());
    }

    boolean isByHand() {
        return byHand;
    }

    /** What to press now; nothing when it is a wait, or when the script is at its end and the call takes its course. */
    Optional<String> next() {
        return Optional.ofNullable(entries.poll()).filter(entry -> !entry.equals(WAIT));
    }
}
