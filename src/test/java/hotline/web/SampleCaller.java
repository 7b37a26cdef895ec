package hotline.web;

import hotline.order.Money;
import hotline.order.Order;
import hotline.order.OrderNumber;
import hotline.order.OrderStatus;
import hotline.order.Seller;
import hotline.phone.Language;
import hotline.ticket.Category;
import hotline.ticket.Channel;
import hotline.ticket.NewTicket;
import hotline.ticket.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the shop knows about {@link TestSite#CALLER}. */
final class SampleCaller {
    private SampleCaller() {}

    /** Two orders and a ticket; gives the ticket's number. */
    static String register(TestSite site) {
        Instant now = site.clock.instant();
        Order late = late(now);
        NewTicket report = new NewTicket(
                Category.MISSING_ORDER,
                Optional.of(new NewTicket.AboutOrder(late.number(), true)),
                Optional.empty(),
                Optional.of(TestSite.CALLER),
                Language.INDONESIAN,
                new Origin(Channel.PHONE, Optional.empty(), Optional.empty()));
        return site.writer.write(handle -> {
            site.orders.put(handle, late);
            site.orders.put(handle, delivered(now));
            return site.tickets
                    .open(handle, report, now.minus(Duration.ofHours(26)))
                    .number()
                    .value();
        });
    }

    private static Order late(Instant now) {
        return new Order(
                OrderNumber.of("112-1234567-1234567"),
                Optional.of(TestSite.CALLER),
                OrderStatus.SHIPPED,
                now.minus(Duration.ofDays(9)),
                new Order.Shipment(Optional.of("JNE"), Optional.of("JNE0012345678")),
                Optional.of(
                        now.minus(Duration.ofDays(3)).atZone(TestServer.JAKARTA).toLocalDate()),
                Optional.empty(),
                Money.find("189000 IDR"),
                List.of(new Order.Item("Kemeja batik lengan panjang", 2), new Order.Item("Sarung tenun", 1)),
                Optional.of(new Seller("Batik Larasati", Optional.empty(), Optional.empty())));
    }

    private static Order delivered(Instant now) {
        return new Order(
                OrderNumber.of("240512ABCDEFGH"),
                Optional.of(TestSite.CALLER),
                OrderStatus.DELIVERED,
                now.minus(Duration.ofDays(40)),
                Order.Shipment.UNKNOWN,
                Optional.empty(),
                Optional.of(now.minus(Duration.ofDays(35))),
                Optional.empty(),
                List.of(new Order.Item("Panci presto 6 liter", 1)),
                Optional.empty());
    }

    /** An order of one thing, from a seller of that name. */
    static void orders(TestSite site, String item) {
        Order order = new Order(
                OrderNumber.of("7"),
                Optional.of(TestSite.CALLER),
                OrderStatus.PACKED,
                site.clock.instant(),
                Order.Shipment.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(new Order.Item(item, 1)),
                Optional.of(new Seller(item, Optional.empty(), Optional.empty())));
        site.writer.write(handle -> {
            site.orders.put(handle, order);
            return true;
        });
    }
}
