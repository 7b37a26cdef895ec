package hotline.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigitsTest {
    @Test
    void a_menu_choice_stays() {
        assertThat(Digits.mask("3")).isEqualTo("3");
        assertThat(Digits.mask("")).isEmpty();
    }

    @Test
    void nothing_is_left_of_the_end_of_a_phone_number() {
        assertThat(Digits.mask("7890")).isEqualTo("••••");
        assertThat(Digits.mask("1234567")).doesNotContainPattern("[0-9]");
    }

    @Test
    void two_keys_are_left_of_a_long_entry() {
        assertThat(Digits.mask("24051222233344")).isEqualTo("••••••••••••44");
    }
}
