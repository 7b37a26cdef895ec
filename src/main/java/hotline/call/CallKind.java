package hotline.call;

import java.util.Locale;

/** Whose leg a call is. */
public enum CallKind {
    /** Somebody rang the hotline, or was called back and wanted to talk. */
    CALLER,
    /** An agent is rung for a reservation. */
    AGENT,
    /** A supervisor is rung to take part in a conversation. */
    SUPERVISOR,
    /** A customer is rung for a callback and has not yet pressed 1. */
    CALLBACK;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CallKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
