package hotline.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeypadTest {
    @Test
    void letters_are_typed_by_the_keys_of_e161() {
        assertThat(Keypad.keysOf("abcdefghijklmnopqrstuvwxyz")).isEqualTo("22233344455566677778889999");
        assertThat(Keypad.keysOf("240512ABCDEFGH")).isEqualTo("24051222233344");
    }

    @Test
    void what_has_no_key_is_left_out() {
        assertThat(Keypad.keysOf("INV/2024-05 12é#")).isEqualTo("46820240512");
    }

    @Test
    void every_letter_of_a_random_number_is_on_the_key_that_types_it() {
        String[] keypad = {"0", "1", "2abc", "3def", "4ghi", "5jkl", "6mno", "7pqrs", "8tuv", "9wxyz"};
        Random random = new Random(161);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder number = new StringBuilder();
            random.ints(14, 0, 36).forEach(n -> number.append(Character.toUpperCase(Character.forDigit(n, 36))));
            String keys = Keypad.keysOf(number.toString());
            assertThat(keys).hasSameSizeAs(number).containsOnlyDigits();
            for (int at = 0; at < keys.length(); at++) {
                String character = number.substring(at, at + 1).toLowerCase(Locale.ROOT);
                assertThat(keypad[keys.charAt(at) - '0']).contains(character);
            }
        }
    }
}
