package hotline.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hotline.phone.PhoneNumber;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderJsonTest {
    @Test
    void an_order_that_was_written_is_read_again() {
        Order order = Samples.shipped("240512ABCDEFGH", Samples.RINA, 3);
        OrderJson.Reading reading = Samples.JSON.read(Samples.JSON.write(order));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.order()).contains(order);
    }

    @Test
    void the_least_that_an_order_needs_is_enough() {
        OrderJson.Reading reading = read("""
                {"number": "112-1234567-1234567", "phone": "0812-3456-7890", "status": "canceled",
                 "placedAt": "2026-11-20T09:30:00+07:00", "items": ["Teapot", {"name": "Cup", "quantity": 6}]}""");
        assertThat(reading.problems()).isEmpty();
        Order order = reading.order().orElseThrow();
        assertThat(order.phone()).contains(Samples.RINA);
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(order.placedAt()).isEqualTo(Instant.parse("2026-11-20T02:30:00Z"));
        assertThat(order.items()).containsExactly(new Order.Item("Teapot", 1), new Order.Item("Cup", 6));
    }

    @Test
    void a_day_stands_for_its_beginning_where_the_shop_is() {
        assertThat(read("""
                        {"number": "1", "phone": "0812-3456-7890", "status": "packed", "placedAt": "2026-11-20"}""").order().map(Order::placedAt)).contains(Instant.parse("2026-11-19T17:00:00Z"));
    }

    @Test
    void a_bad_field_is_told_and_left_out_and_the_others_stay() {
        OrderJson.Reading reading = read("""
                {"number": "240512ABCDEFGH", "phone": "110", "status": "shipped", "placedAt": "2026-11-20T02:30:00Z",
                 "carrier": 7, "trackingNumber": "J\\u0000NE 1", "promisedOn": "soon", "deliveredAt": [],
                 "total": {"amount": -1, "currency": "IDR"},
                 "items": [{"name": "Cup", "quantity": -1}, {}, 5, null], "seller": {"phone": "x"}}""");
        assertThat(reading.problems())
                .contains(
                        "phone must be a phone number, as +6281234567890",
                        "carrier must be a text of at most 80 characters",
                        "promisedOn must be a day, as 2026-11-25",
                        "total must be an amount and its currency, as {\"amount\": 189000, \"currency\": \"IDR\"}",
                        "items.quantity must be a whole number above zero",
                        "items.name is missing",
                        "seller.name is missing");
        Order order = reading.order().orElseThrow();
        assertThat(order.phone()).isEmpty();
        assertThat(order.shipment()).isEqualTo(new Order.Shipment(Optional.empty(), Optional.of("J NE 1")));
        assertThat(order.promisedOn()).isEmpty();
        assertThat(order.total()).isEmpty();
        assertThat(order.items()).containsExactly(new Order.Item("Cup", 1));
        assertThat(order.seller()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"amount": 189000, "currency": "IDR"}    | 189000 IDR
            {"amount": "12.50", "currency": "USD"}   | 12.50 USD
            {"amount": 0, "currency": "EUR"}         | 0 EUR
            {"amount": 1e15, "currency": "IDR"}      |
            {"amount": 5, "currency": "rupiah"}      |
            {"amount": 5}                            |
            5000                                     |
            """)
    void a_total_is_a_sum_and_its_currency(String total, @Nullable String expected) {
        OrderJson.Reading reading = read("""
                {"number": "1", "phone": "0812-3456-7890", "status": "unpaid", "placedAt": "2026-11-20", "total": %s}""".formatted(total));
        assertThat(reading.order().flatMap(Order::total).map(Money::toString)).isEqualTo(Optional.ofNullable(expected));
        assertThat(reading.problems()).hasSize(expected == null ? 1 : 0);
    }

    @Test
    void without_a_number_a_status_or_a_time_there_is_no_order() {
        assertThat(read("{}").problems())
                .containsExactlyInAnyOrder(
                        "number is missing", "phone is missing", "status is missing", "placedAt is missing");
        assertThat(read("{\"number\": \"1\", \"placedAt\": \"2026-11-20T02:30:00Z\", \"status\": \"lost\"}")
                        .order())
                .isEmpty();
        assertThat(read("{\"number\": \"1\", \"placedAt\": \"yesterday\", \"status\": \"packed\"}")
                        .order())
                .isEmpty();
        assertThat(read("[1]").order()).isEmpty();
        assertThat(read("null").order()).isEmpty();
    }

    @Test
    void the_number_may_be_known_from_elsewhere() throws JsonProcessingException {
        var node = new ObjectMapper().readTree("""
                {"phone": "+6281234567890", "status": "packed", "placedAt": "2026-11-20T02:30:00Z"}""");
        OrderJson.Reading reading = Samples.JSON.read(OrderNumber.of("24-1"), node);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.order().map(order -> order.number().value())).contains("241");
        assertThat(reading.order().flatMap(Order::phone).map(PhoneNumber::e164)).contains("+6281234567890");
    }

    private static OrderJson.Reading read(String json) {
        try {
            return Samples.JSON.read(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
