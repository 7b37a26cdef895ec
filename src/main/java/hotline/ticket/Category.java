package hotline.ticket;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a ticket is about: a topic of the flows. A shop adds topics of its own; those named here come with rules of their own.
 *
 * @param word as {@code missing-order}, the word of the API and of the flows
 */
public record Category(String word) {
    /** The database has room for this many characters. */
    private static final int LONGEST = 30;

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public static final Category MISSING_ORDER = new Category("missing-order");
    public static final Category NO_TRACKING_NUMBER = new Category("no-tracking-number");
    public static final Category DEFECTIVE_RETURN = new Category("defective-return");
    public static final Category OTHER = new Category("other");

    /** @throws IllegalArgumentException if it is not written as a topic is */
    public Category {
        if (!isCategory(word)) {
            throw new IllegalArgumentException(
                    "a category is written in small letters, digits and dashes, at most " + LONGEST + ": " + word);
        }
    }

    /** Empty when the word is not written as a topic is. */
    public static Optional<Category> find(String word) {
        return isCategory(word) ? Optional.of(new Category(word)) : Optional.empty();
    }

    private static boolean isCategory(String word) {
        return word.length() <= LONGEST && WORD.matcher(word).matches();
    }
}
