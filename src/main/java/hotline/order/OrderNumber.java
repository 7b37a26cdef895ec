package hotline.order;

import hotline.phone.Keypad;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of an order in the one form in which numbers are compared: without dashes and spaces, letters large.
 * {@code 112-1234567-1234567} and {@code 11212345671234567} are the same number.
 *
 * @param value 1 to 40 letters and digits, and the signs that shops put between them
 */
public record OrderNumber(String value) {
    private static final Pattern DASHES_AND_SPACES = Pattern.compile("[\\p{Pd}\\s\\p{Z}]+");
    private static final Pattern NORMAL = Pattern.compile("(?=.*[A-Z0-9])[A-Z0-9._/#]{1,40}");

    /** Takes a number that is in normal form already; {@link #of} takes any. */
    public OrderNumber {
        if (!NORMAL.matcher(value).matches()) {
            throw new IllegalArgumentException("not an order number of 1 to 40 letters and digits: " + value);
        }
    }

    /**
     * Reads a number as a person or a shop writes it.
     *
     * @throws IllegalArgumentException if that cannot be an order's number
     */
    public static OrderNumber of(String written) {
        return new OrderNumber(normal(written));
    }

    /** Reads a number as a person or a shop writes it; empty if that cannot be an order's number. */
    public static Optional<OrderNumber> find(String written) {
        return Optional.of(normal(written))
                .filter(normal -> NORMAL.matcher(normal).matches())
                .map(OrderNumber::new);
    }

    /** The keys that type it. */
    public String keys() {
        return Keypad.keysOf(value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static String normal(String written) {
        String plain = Normalizer.normalize(written, Normalizer.Form.NFKC);
        return DASHES_AND_SPACES.matcher(plain).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
