package hotline.flow;

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

    private Speech() {}

    /** Seconds, heard in full. */
    public static double seconds(String text) {
        double seconds = 0;
        for (String word : text.strip().split("\\s+", -1)) {
            String letters = word.replaceAll("[^\\p{L}\\p{N}]", "");
            seconds += letters.length() == 1 ? SPELLED : (letters.length() + 1) * PER_CHARACTER;
            char last = word.isEmpty() ? ' ' : word.charAt(word.length() - 1);
            seconds += ",;:–".indexOf(last) >= 0 ? COMMA : 0;
            seconds += last == '…' ? ELLIPSIS : 0;
            seconds += ".!?".indexOf(last) >= 0 ? FULL_STOP : 0;
        }
        return seconds;
    }
}
