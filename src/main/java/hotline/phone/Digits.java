package hotline.phone;

/** Keys that a caller pressed, as they may be written to a log. */
public final class Digits {
    /** Longer entries show their last two keys, enough to tell two tries apart and too few to be of use to anybody. */
    private static final int SHOWS_ITS_END = 8;

    private Digits() {}

    /**
     * Masks an entry: one key is a choice in a menu and stays; of two to seven keys (a code, the end of a phone number) nothing
     * is left, of longer ones the last two.
     */
    public static String mask(String keys) {
        int length = keys.length();
        if (length <= 1) {
            return keys;
        }
        int shown = length < SHOWS_ITS_END ? 0 : 2;
        return "•".repeat(length - shown) + keys.substring(length - shown);
    }
}
