package hotline.ticket;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * A ticket's number: nine digits, spoken in threes. The last is a check digit by Damm's method (H. M. Damm, <i>Total
 * anti-symmetrische Quasigruppen</i>, Marburg 2004), which finds every single wrong digit and every swap of two
 * neighbors, the two slips that fingers make. The others are random, so that a number says nothing about the next.
 *
 * @param value nine digits, the first not 0
 */
public record TicketNumber(String value) {
    private static final Pattern SHAPE = Pattern.compile("[1-9][0-9]{8}");
    private static final Pattern NOT_A_DIGIT = Pattern.compile("[^0-9]");
    private static final int FIRST = 10_000_000;
    private static final int AFTER_LAST = 100_000_000;

    public TicketNumber {
        if (!isNumber(value)) {
            throw new IllegalArgumentException(
                    "not a ticket number of nine digits with the right check digit: " + value);
        }
    }

    /** A new number; whether it is taken is for the database to say. */
    public static TicketNumber random(RandomGenerator random) {
        String digits = Integer.toString(random.nextInt(FIRST, AFTER_LAST));
        return new TicketNumber(digits + Damm.checkDigit(digits));
    }

    /** Reads a number as typed or written, in groups or not; empty if it cannot be a ticket's. */
    public static Optional<TicketNumber> find(String written) {
        return Optional.of(NOT_A_DIGIT.matcher(written).replaceAll(""))
                .filter(TicketNumber::isNumber)
                .map(TicketNumber::new);
    }

    /** As it is written and spoken: {@code 123 456 789}. */
    public String inThrees() {
        return value.substring(0, 3) + " " + value.substring(3, 6) + " " + value.substring(6);
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isNumber(String digits) {
        return SHAPE.matcher(digits).matches() && Damm.isRight(digits);
    }
}
