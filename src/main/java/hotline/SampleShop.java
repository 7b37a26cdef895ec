package hotline;

import hotline.agent.NewAgent;
import hotline.agent.Passwords;
import hotline.agent.Presence;
import hotline.agent.Role;
import hotline.agent.Skills;
import hotline.flow.QueueRules;
import hotline.order.Money;
import hotline.order.Order;
import hotline.order.OrderNumber;
import hotline.order.OrderStatus;
import hotline.order.Seller;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The shop of the demo: orders in the situations that callers ring about, and two agents who are there. */
final class SampleShop {
    /** The buyer whose phone the demo shows. */
    static final PhoneNumber CALLER = new PhoneNumber("+6281234567890");

    /** A buyer with an order that was delivered and one that came back. */
    static final PhoneNumber OTHER_CALLER = new PhoneNumber("+6281398765432");

    static final NewAgent BUDI = agent("budi", "Budi", "+6281100000001", Role.AGENT);
    static final NewAgent SARI = agent("sari", "Sari", "+6281100000002", Role.SUPERVISOR);

    /** Only ever on the machine of whoever tries the demo. */
    static final String PASSWORD = "hotline-demo";

    private static final String PASSWORD_HASH = new Passwords().hash(PASSWORD);

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final Seller SELLER = new Seller(
            "Toko Sinar Jaya", Optional.of(new PhoneNumber("+6281511112222")), Optional.of("halo@sinarjaya.example"));

    private final Core core;
    private final Instant now;
    private final LocalDate today;

    SampleShop(Core core, Instant now) {
        this.core = core;
        this.now = now;
        this.today = LocalDate.ofInstant(now, JAKARTA);
    }

    /** Fills the database; what is there already is brought up to date, tickets and calls are left alone. */
    void open() {
        List<Order> orders = orders();
        core.writer().write(handle -> {
            orders.forEach(order -> core.ownOrders().put(handle, order));
            for (NewAgent agent : List.of(BUDI, SARI)) {
                core.agents().put(handle, forEveryTopic(agent), now);
                core.agents().updatePassword(handle, agent.username(), PASSWORD_HASH);
            }
            return core.acd().desk().setPresence(handle, BUDI.username(), Presence.AVAILABLE, Optional.empty(), now);
        });
    }

    /** A topic that somebody adds to the flows to try them has agents, too. */
    private NewAgent forEveryTopic(NewAgent agent) {
        String[] topics = core.flows().queues().stream().map(QueueRules::skill).toArray(String[]::new);
        return new NewAgent(
                agent.username(), agent.name(), agent.endpoint(), agent.languages(), Skills.of(topics), agent.role());
    }

    private List<Order> orders() {
        return List.of(
                order(
                        "QRWXYZ22",
                        CALLER,
                        OrderStatus.SHIPPED,
                        9,
                        sentBy("JNE", "JP1234567890"),
                        new Ware("Blender dua liter", 459_000)),
                order(
                        "AB12CD34",
                        CALLER,
                        OrderStatus.PACKED,
                        20,
                        Order.Shipment.UNKNOWN,
                        new Ware("Tas ransel", 189_000)),
                order(
                        "KLMN5678",
                        OTHER_CALLER,
                        OrderStatus.DELIVERED,
                        6,
                        sentBy("SiCepat", "SC0099887766"),
                        new Ware("Lampu meja", 129_900)),
                order(
                        "PQRS9012",
                        OTHER_CALLER,
                        OrderStatus.RETURNED,
                        15,
                        sentBy("J&T", "JT5544332211"),
                        new Ware("Sepatu lari", 649_000)));
    }

    private record Ware(String name, long rupiah) {}

    private static Order.Shipment sentBy(String carrier, String trackingNumber) {
        return new Order.Shipment(Optional.of(carrier), Optional.of(trackingNumber));
    }

    private Order order(
            String letters, PhoneNumber buyer, OrderStatus status, int daysAgo, Order.Shipment shipment, Ware ware) {
        LocalDate day = today.minusDays(daysAgo);
        String number =
                "%02d%02d%02d%s".formatted(day.getYear() % 100, day.getMonthValue(), day.getDayOfMonth(), letters);
        return new Order(
                OrderNumber.of(number),
                Optional.of(buyer),
                status,
                now.minus(Duration.ofDays(daysAgo)),
                shipment,
                Optional.of(day.plusDays(5)),
                status == OrderStatus.DELIVERED ? Optional.of(now.minus(Duration.ofDays(2))) : Optional.empty(),
                Optional.of(new Money(BigDecimal.valueOf(ware.rupiah()), Currency.getInstance("IDR"))),
                List.of(new Order.Item(ware.name(), 1)),
                Optional.of(SELLER));
    }

    private static NewAgent agent(String username, String name, String phone, Role role) {
        return new NewAgent(
                username,
                name,
                Optional.of(new PhoneNumber(phone)),
                List.of(Language.INDONESIAN, Language.ENGLISH),
                Skills.of("other"),
                role);
    }
}
