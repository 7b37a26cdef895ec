package hotline.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class OrderFormatTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final OrderFormat DIGITS = new OrderFormat("digits", "999-9999999-9999999");
    private static final OrderFormat MIXED = new OrderFormat("mixed", "999999XXXXXXXX");

    @Test
    void keys_of_the_right_length_fit() {
        assertThat(DIGITS.fits("11212345671234567", TODAY)).isTrue();
        assertThat(DIGITS.fits("1121234567123456", TODAY)).isFalse();
        assertThat(DIGITS.fits("1121234567123456A", TODAY)).isFalse();
    }

    @Test
    void the_day_in_front_is_one_of_the_last_ten_years() {
        assertThat(MIXED.fits("24051222233344", TODAY)).isTrue();
        assertThat(MIXED.fits("26112322233344", TODAY)).as("tomorrow").isTrue();
        assertThat(MIXED.fits("26112422233344", TODAY)).isFalse();
        assertThat(MIXED.fits("16112222233344", TODAY)).isFalse();
        assertThat(MIXED.fits("24023022233344", TODAY)).as("30 February").isFalse();
    }

    @Test
    void a_pattern_of_anything_else_is_refused() {
        assertThatThrownBy(() -> new OrderFormat("mixed", "YYMMDD-XXXX")).hasMessageContaining("order format mixed");
    }
}
