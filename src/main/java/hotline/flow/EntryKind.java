package hotline.flow;

import java.time.Duration;
import java.util.List;

/**
 * A kind of number that a caller types.
 *
 * @param name as {@code order-number}; also the name of the value that holds what was typed
 * @param shapes the forms it may have; when there are none, any digits within the lengths
 * @param least fewest keys
 * @param most most keys; the entry ends by itself when they are there
 * @param masking how much of it may be logged
 * @param timeout silence that ends it
 */
public record EntryKind(String name, List<EntryShape> shapes, int least, int most, Masking masking, Duration timeout) {
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

    /** Splits a number into the groups in which it is read; one group when no shape fits. */
    public List<String> groups(String number) {
        return shapes.stream()
                .filter(shape -> shape.fits(number))
                .findFirst()
                .map(shape -> shape.groups(number))
                .orElse(List.of(number));
    }
}
