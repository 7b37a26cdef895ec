package hotline.rehearsal;

import hotline.order.Money;
import hotline.order.Order;
import hotline.order.OrderNumber;
import hotline.order.OrderStatus;
import hotline.phone.PhoneNumber;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** An order of an example. Days are those of the shop. */
record GivenOrder(
        OrderNumber number,
        Optional<PhoneNumber> phone,
        OrderStatus status,
        LocalDate placed,
        Optional<LocalDate> promised,
        Optional<LocalDate> delivered,
        Optional<Money> total,
        Optional<String> carrier,
        Optional<String> tracking) {
    private static final LocalTime NOON = LocalTime.NOON;

    Order order(ZoneId zone) {
        return new Order(
                number,
                phone,
                status,
                placed.atTime(NOON).atZone(zone).toInstant(),
                new Order.Shipment(carrier, tracking),
                promised,
                delivered.map(day -> day.atTime(NOON).atZone(zone).toInstant()),
                total,
                List.of(),
                Optional.empty());
    }
}
