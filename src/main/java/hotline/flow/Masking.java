package hotline.flow;

/** How much of what a caller types may be kept in logs and in the history of the call. */
public enum Masking {
    /** A menu's key. */
    NONE,
    /** All but the last two keys are hidden. */
    LAST_TWO,
    /** Not even the number of keys is told. */
    ALL;

    /** The keys as they may be logged. */
    public String apply(String keys) {
        return switch (this) {
            case NONE -> keys;
            case LAST_TWO ->
                keys.length() <= 2
                        ? "*".repeat(keys.length())
                        : "*".repeat(keys.length() - 2) + keys.substring(keys.length() - 2);
            case ALL -> "****";
        };
    }
}
