package hotline.flow;

import hotline.phone.CardNumbers;

/** How much of what a caller types may be kept in logs and in the history of the call. */
public enum Masking {
    /** A menu's key; only the number of a payment card is hidden, as {@link #LAST_TWO} does. */
    NONE,
    /** All but the last two keys are hidden. */
    LAST_TWO,
    /** Not even the number of keys is told. */
    ALL;

    /** The keys as they may be logged. */
    public String apply(String keys) {
        return switch (this) {
            case NONE -> CardNumbers.isIn(keys) ? LAST_TWO.apply(keys) : keys;
            case LAST_TWO ->
                keys.length() <= 2
                        ? "*".repeat(keys.length())
                        : "*".repeat(keys.length() - 2) + keys.substring(keys.length() - 2);
            case ALL -> "****";
        };
    }
}
