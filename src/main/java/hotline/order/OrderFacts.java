package hotline.order;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/**
 * What a flow may say of an order, once it is known to be the caller's: {@code order.number}, {@code order.status}, {@code order.situation},
 * {@code order.placed}, and where the shop knows them {@code order.promised}, {@code order.delivered}, {@code order.total},
 * {@code order.carrier} and {@code order.tracking}. Days are ISO dates, the total is a sum and its currency, as {@code 189000 IDR}.
 *
 * @param zone where the shop's days begin
 */
public record OrderFacts(ZoneId zone) {
    Map<String, String> of(Order order, LocalDate today) {
        Map<String, String> facts = new HashMap<>();
        facts.put("order.number", order.number().value());
        facts.put("order.status", order.status().word());
        facts.put("order.situation", Situation.of(order, today, zone).word());
        facts.put("order.placed", LocalDate.ofInstant(order.placedAt(), zone).toString());
        order.promisedOn().ifPresent(day -> facts.put("order.promised", day.toString()));
        order.deliveredAt()
                .ifPresent(at -> facts.put(
                        "order.delivered", LocalDate.ofInstant(at, zone).toString()));
        order.total().ifPresent(total -> facts.put("order.total", total.toString()));
        order.shipment().carrier().ifPresent(carrier -> facts.put("order.carrier", carrier));
        order.shipment().trackingNumber().ifPresent(tracking -> facts.put("order.tracking", tracking));
        return facts;
    }
}
