package hotline.flow;

import java.util.regex.Pattern;

/**
 * Estimates how long a text takes to say. The basis: the carrier's Indonesian and English voices at normal speed speak about
 * 15 characters a second within a sentence, spell a digit or a letter in 0.35 s, and pause 0.2 s at a comma, 0.4 s
 * at the end of a sentence and 0.5 s at an ellipsis.
 */
public final class Speech {
    private static final double PER_CHARACTER = 1.0 / 15;
    private static final double SPELLED = 0.35;
    private static final double COMMA = 0.2;
    private static final double FULL_STOP = 0.4;

    private static final double ELLIPSIS = 0.5;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("\\s+");

    private Speech() {}

    /** Seconds, heard in full. */
    public static double seconds(String text) {
        double seconds = 0;
        for (String word : BETWEEN_WORDS.split(text.strip(), -1)) {
            int letters = countSaid(word);
            seconds += letters == 1 ? SPELLED : (letters + 1) * PER_CHARACTER;
            char last = word.isEmpty() ? ' ' : word.charAt(word.length() - 1);
            seconds += ",;:–".indexOf(last) >= 0 ? COMMA : 0;
            seconds += last == '…' ? ELLIPSIS : 0;
            seconds += ".!?".indexOf(last) >= 0 ? FULL_STOP : 0;
        }
        return seconds;
    }

    private static int countSaid(String word) {
        return word.codePoints()
                .filter(Speech::isLetterOrNumber)
                .map(Character::charCount)
                .sum();
    }

    /** Unlike Java's own, with numbers that are no digits, such as {@code ½}. */
    private static boolean isLetterOrNumber(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c) || type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
    }
}
