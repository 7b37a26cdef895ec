package hotline.order;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A sum that is not below zero.
 *
 * @param amount in the currency's whole unit, at most 13 digits before the point and 4 after it
 */
public record Money(BigDecimal amount, Currency currency) {
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,13}(\\.[0-9]{1,4})?");

    /** The sum that a text such as {@code 189000} and a currency's code of ISO 4217 name. */
    public static Optional<Money> find(String amount, String currency) {
        if (!AMOUNT.matcher(amount).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Money(new BigDecimal(amount), Currency.getInstance(currency)));
        } catch (IllegalArgumentException unknownCurrency) {
            return Optional.empty();
        }
    }

    /** The sum that a text such as {@code 189000 IDR} names. */
    public static Optional<Money> find(String text) {
        String[] parts = text.strip().split(" +", -1);
        return parts.length == 2 ? find(parts[0], parts[1]) : Optional.empty();
    }

    /** As {@link #find(String)} reads it. */
    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }
}
