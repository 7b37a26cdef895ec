package hotline.phone;

/** The keys of a telephone and the letters on them, by ITU-T E.161 (02/2001), table 1: 2 abc, 3 def, … 7 pqrs, 9 wxyz. */
public final class Keypad {
    /** The key of each letter from A to Z. */
    private static final String KEY_OF_LETTER = "22233344455566677778889999";

    private Keypad() {}

    /**
     * The keys that type a text: {@code 240512ABCDEFGH} is typed 24051222233344. What has no key (a dash, a space, a slash)
     * is left out, as a caller would leave it out.
     */
    public static String keysOf(String text) {
        StringBuilder keys = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                keys.append(c);
            } else if (isLetter(c)) {
                keys.append(KEY_OF_LETTER.charAt((c | 0x20) - 'a'));
            }
        }
        return keys.toString();
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
