package hotline.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumbersTest {
    /** Numbers published for tests by card schemes and payment services, or made up of zeros; nobody's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "4222222222222",
                "4000000000000000006",
                "5555555555554444",
                "2223003122003222",
                "378282246310005",
                "371449635398431",
                "3530111333300000",
                "3566002020360505",
                "6200000000000005",
                "6011111111111117",
                "6445644564456445",
                "6512345678901239",
                "30569309025904",
                "36227206271667",
                "6759649826438453",
                "5018000000000009",
                "6799990100000000019",
                "1946000000000005",
                "6304000000000000",
                "4111 1111 1111 1111",
                "4111-1111-1111-1111",
                "４１１１１１１１１１１１１１１１"
            })
    void a_card_with_the_right_prefix_length_and_check_digit_is_told(String number) {
        assertThat(CardNumbers.isCard(number)).isTrue();
    }

    @Test
    void every_wrong_digit_makes_it_none() {
        String card = "4111111111111111";
        for (int at = 1; at < card.length(); at++) {
            String typed = card.substring(0, at) + "3" + card.substring(at + 1);
            assertThat(CardNumbers.isCard(typed)).as(typed).isFalse();
        }
    }

    @Test
    void a_wrong_length_or_prefix_makes_it_none() {
        assertThat(CardNumbers.isCard("41111111111114")).isFalse(); // 14 digits, passes Luhn
        assertThat(CardNumbers.isCard("9111111111111111")).isFalse();
        assertThat(CardNumbers.isCard("0000000000000000")).isFalse();
        assertThat(CardNumbers.isCard("6281234567894")).isFalse(); // a mobile number
        assertThat(CardNumbers.isCard("")).isFalse();
    }

    @Test
    void an_order_number_of_the_shop_is_none() {
        for (String number : List.of("11212345671234567", "24051222233344")) {
            assertThat(CardNumbers.isCard(number)).isFalse();
        }
    }

    @Test
    void card_numbers_are_taken_out_of_a_text_wherever_they_stand() {
        assertThat(CardNumbers.redact("paid with 4111 1111 1111 1111, exp 12/29"))
                .isEqualTo("paid with [card number removed], exp 12/29");
        assertThat(CardNumbers.redact("0812 4111111111111111 378282246310005"))
                .isEqualTo("0812 [card number removed] [card number removed]");
    }

    @Test
    void the_digits_of_an_address_are_its_own() {
        String text = "voicemail of 9 s: https://api.example.com/Recordings/RE4111111111111111.mp3";
        assertThat(CardNumbers.redact(text)).isEqualTo(text);
        assertThat(CardNumbers.redact("https://example.com 4111111111111111"))
                .isEqualTo("https://example.com [card number removed]");
    }

    @Test
    void other_numbers_in_a_text_stay() {
        String text = "order 112-1234567-1234567, ticket 123 456 789, call +62 812 3456 7890";
        assertThat(CardNumbers.redact(text)).isEqualTo(text);
    }
}
