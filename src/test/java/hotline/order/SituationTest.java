package hotline.order;

import static hotline.order.Samples.TODAY;
import static hotline.order.Samples.WIB;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SituationTest {
    @ParameterizedTest
    @CsvSource({"UNPAID, unpaid", "DELIVERED, delivered", "RETURNED, returned", "CANCELED, canceled"})
    void a_status_that_no_day_changes_is_the_situation(OrderStatus status, String word) {
        assertThat(situation(status, Optional.of(TODAY.minusDays(9)))).isEqualTo(word);
    }

    @Test
    void a_parcel_is_on_time_on_the_promised_day_and_late_after_it() {
        assertThat(situation(OrderStatus.SHIPPED, Optional.of(TODAY))).isEqualTo("on-time");
        assertThat(situation(OrderStatus.SHIPPED, Optional.of(TODAY.minusDays(1))))
                .isEqualTo("late");
    }

    @Test
    void a_parcel_that_has_not_even_left_is_late_too() {
        assertThat(situation(OrderStatus.PACKED, Optional.of(TODAY))).isEqualTo("packed");
        assertThat(situation(OrderStatus.PACKED, Optional.of(TODAY.minusDays(1))))
                .isEqualTo("late");
    }

    @Test
    void a_parcel_without_a_promise_is_late_two_weeks_after_the_order() {
        // 20:00 UTC on 8 November is 9 November in Jakarta.
        Order order = order(OrderStatus.SHIPPED, Optional.empty(), Instant.parse("2026-11-08T20:00:00Z"));
        assertThat(Situation.of(order, LocalDate.of(2026, 11, 23), WIB)).isEqualTo(Situation.ON_TIME);
        assertThat(Situation.of(order, LocalDate.of(2026, 11, 24), WIB)).isEqualTo(Situation.LATE);
    }

    private static String situation(OrderStatus status, Optional<LocalDate> promisedOn) {
        return Situation.of(order(status, promisedOn, Samples.NOON), TODAY, WIB).word();
    }

    private static Order order(OrderStatus status, Optional<LocalDate> promisedOn, Instant placedAt) {
        return new Order(
                OrderNumber.of("240512ABCDEFGH"),
                Optional.empty(),
                status,
                placedAt,
                Order.Shipment.UNKNOWN,
                promisedOn,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }
}
