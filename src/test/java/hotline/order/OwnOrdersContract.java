package hotline.order;

import static hotline.order.Samples.BUDI;
import static hotline.order.Samples.RINA;
import static hotline.order.Samples.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.store.Database;
import hotline.store.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OwnOrdersContract {
    private Database database;
    private Writer writer;
    private OwnOrders orders;

    abstract Database open();

    @BeforeAll
    void start() {
        database = open();
        writer = new Writer(database, Duration.ofSeconds(20));
        orders = new OwnOrders(database, Samples.JSON);
    }

    @BeforeEach
    void empty() {
        writer.write(handle -> {
            handle.execute("delete from orders");
            return true;
        });
    }

    @AfterAll
    void stop() {
        writer.close();
        database.close();
    }

    @Test
    void an_order_is_found_as_it_was_put() {
        Order order = shipped("240512ABCDEFGH", RINA, 3);
        put(order);
        assertThat(orders.find(OrderNumber.of("240512-abcdefgh"))).contains(order);
        assertThat(orders.find(OrderNumber.of("240512ABCDEFGI"))).isEmpty();
    }

    @Test
    void an_order_with_nothing_but_the_least_is_found_as_it_was_put() {
        Order order = new Order(
                OrderNumber.of("1"),
                Optional.empty(),
                OrderStatus.UNPAID,
                Samples.NOON,
                Order.Shipment.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
        put(order);
        assertThat(orders.find(order.number())).contains(order);
    }

    @Test
    void a_second_put_replaces_the_first() {
        put(shipped("240512ABCDEFGH", RINA, 3));
        Order delivered = Samples.order("240512ABCDEFGH", Optional.of(BUDI), OrderStatus.DELIVERED, 3);
        put(delivered);
        assertThat(orders.find(delivered.number())).contains(delivered);
        assertThat(orders.listNewest(RINA, 5)).isEmpty();
    }

    @Test
    void orders_are_found_by_the_keys_that_type_them_newest_first() {
        Order old = shipped("240512ABCDEFGH", RINA, 9);
        Order recent = shipped("240512BBCDEFGH", BUDI, 2);
        put(old);
        put(recent);
        put(shipped("240512JBCDEFGH", RINA, 1));
        assertThat(orders.listByKeys("24051222233344")).containsExactly(recent, old);
        assertThat(orders.listByKeys("99999999999999")).isEmpty();
    }

    @Test
    void a_buyers_newest_orders_come_first_and_no_others() {
        Order first = shipped("A1", RINA, 9);
        Order second = shipped("A2", RINA, 5);
        Order third = shipped("A3", RINA, 1);
        List.of(second, first, third, shipped("B1", BUDI, 0)).forEach(this::put);
        assertThat(orders.listNewest(RINA, 2)).containsExactly(third, second);
    }

    @Test
    void a_match_is_both_lists_and_a_withheld_number_has_no_orders() {
        Order own = shipped("A1", RINA, 9);
        Order same = shipped("B1", BUDI, 8);
        put(own);
        put(same);
        assertThat(orders.match("21", Optional.of(RINA)))
                .isEqualTo(new OrderDirectory.Matches(List.of(same, own), List.of(own)));
        assertThat(orders.match("21", Optional.empty()))
                .isEqualTo(new OrderDirectory.Matches(List.of(same, own), List.of()));
    }

    private void put(Order order) {
        writer.write(handle -> {
            orders.put(handle, order);
            return true;
        });
    }
}
