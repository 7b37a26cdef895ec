package hotline.order;

import hotline.phone.PhoneNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One order, as the shop has it.
 *
 * @param phone the buyer's number on file; without one nobody can show that the order is theirs
 * @param promisedOn the last day on which it was to arrive
 * @param total what the buyer pays for all of it
 */
public record Order(
        OrderNumber number,
        Optional<PhoneNumber> phone,
        OrderStatus status,
        Instant placedAt,
        Shipment shipment,
        Optional<LocalDate> promisedOn,
        Optional<Instant> deliveredAt,
        Optional<Money> total,
        List<Item> items,
        Optional<Seller> seller) {
    /** Who carries it, and under which number. */
    public record Shipment(Optional<String> carrier, Optional<String> trackingNumber) {
        public static final Shipment UNKNOWN = new Shipment(Optional.empty(), Optional.empty());
    }

    /** A thing that was ordered. */
    public record Item(String name, int quantity) {}

    public Order {
        items = List.copyOf(items);
    }
}
