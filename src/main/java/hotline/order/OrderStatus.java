package hotline.order;

import java.util.Arrays;
import java.util.Optional;

/** Where an order stands, as the shop says. */
public enum OrderStatus {
    UNPAID("unpaid"),
    PACKED("packed"),
    SHIPPED("shipped"),
    DELIVERED("delivered"),
    /** On its way back to the seller, or there. */
    RETURNED("returned"),
    CANCELED("cancelled");

    private final String word;

    OrderStatus(String word) {
        this.word = word;
    }

    /** The word of the API. */
    public String word() {
        return word;
    }

    /** The status of a word of the API; {@code canceled} is taken, too. */
    public static Optional<OrderStatus> find(String word) {
        return word.equals("canceled")
                ? Optional.of(CANCELED)
                : Arrays.stream(values()).filter(s -> s.word.equals(word)).findFirst();
    }
}
