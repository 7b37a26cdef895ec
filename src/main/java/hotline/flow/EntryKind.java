package hotline.flow;

import hotline.phone.CardNumbers;
import java.time.Duration;
import java.util.List;

/**
 * A kind of number that a caller types.
 *
 * @param name as {@code order-number}; also the name of the value that holds what was typed
 * @param shapes the forms it may have; when there are none, any digits within the lengths
 * @param least fewest keys
 * @param most most keys
 * @param masking how much of it may be logged
 * @param timeout silence that ends it
 */
public record EntryKind(String name, List<EntryShape> shapes, int least, int most, Masking masking, Duration timeout) {
    /** Of a card's number no more may be kept: the first six digits and the last four (PCI DSS, truncation). */
    private static final int SAFE_DIGITS = 10;

    /** As many keys as nobody presses, with what they cleared. */
    private static final int AMPLE = 40;

    public EntryKind {
        shapes = List.copyOf(shapes);
    }

    /** Stands in for a kind that is not described, so that reading can go on to the next mistake. */
    static EntryKind unknown(String name) {
        return new EntryKind(name, List.of(), 1, 1, Masking.ALL, Duration.ofSeconds(5));
    }

    /** Whether these keys can be such a number. */
    public boolean accepts(String keys) {
        if (!keys.chars().allMatch(key -> key >= '0' && key <= '9')) {
            return false;
        }
        return shapes.isEmpty()
                ? keys.length() >= least && keys.length() <= most
                : shapes.stream().anyMatch(shape -> shape.fitsKeys(keys));
    }

    /** Whether these keys are the number of a payment card; digits that fit a shape, such as an order's, are never taken for one. */
    boolean isCard(String keys) {
        return CardNumbers.isCard(keys) && (shapes.isEmpty() || !accepts(keys));
    }

    /**
     * After how many keys an entry ends by itself: the most that the number has. But where a card's number would be cut into one that
     * can be accepted and a rest, and the caller ends the number by a key anyway, it is heard as a whole.
     */
    int room() {
        return shapes.isEmpty() && least < most && most > SAFE_DIGITS ? Math.max(most, AMPLE) : most;
    }

    /** Splits a number into the groups in which it is read; one group when no shape fits. */
    public List<String> groups(String number) {
        return shapes.stream()
                .filter(shape -> shape.fits(number))
                .findFirst()
                .map(shape -> shape.groups(number))
                .orElse(List.of(number));
    }
}
