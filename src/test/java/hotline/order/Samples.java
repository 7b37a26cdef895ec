package hotline.order;

import hotline.phone.PhoneNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Orders for tests. */
final class Samples {
    static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
    static final PhoneNumber RINA = new PhoneNumber("+6281234567890");
    static final PhoneNumber BUDI = new PhoneNumber("+6281398765432");
    static final OrderJson JSON = new OrderJson(WIB, "ID");

    private Samples() {}

    /** A parcel under way, ordered this many days ago. */
    static Order shipped(String number, PhoneNumber phone, int daysAgo) {
        return order(number, Optional.of(phone), OrderStatus.SHIPPED, daysAgo);
    }

    static Order order(String number, Optional<PhoneNumber> phone, OrderStatus status, int daysAgo) {
        return new Order(
                OrderNumber.of(number),
                phone,
                status,
                NOON.minusSeconds(86_400L * daysAgo),
                new Order.Shipment(Optional.of("JNE"), Optional.of("CGK1234567")),
                Optional.of(TODAY.plusDays(2)),
                Optional.empty(),
                Money.find("189000.5 IDR"),
                List.of(new Order.Item("Teapot", 2)),
                Optional.of(new Seller("Toko Melati", Optional.of(BUDI), Optional.of("halo@example.com"))));
    }
}
