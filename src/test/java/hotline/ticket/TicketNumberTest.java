package hotline.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TicketNumberTest {
    private final Random random = new Random(9);

    @Test
    void the_check_digit_is_damms() {
        assertThat(Damm.checkDigit("572")).as("the example of the literature").isEqualTo('4');
        assertThat(Damm.isRight("5724")).isTrue();
        assertThat(Damm.isRight("5727")).isFalse();
    }

    @Test
    void a_number_has_nine_digits_and_no_leading_zero() {
        for (int i = 0; i < 2_000; i++) {
            assertThat(TicketNumber.random(random).value()).matches("[1-9][0-9]{8}");
        }
    }

    @Test
    void every_single_wrong_digit_is_found() {
        for (int i = 0; i < 300; i++) {
            String number = TicketNumber.random(random).value();
            for (int at = 0; at < 9; at++) {
                for (char digit = '0'; digit <= '9'; digit++) {
                    String typed = number.substring(0, at) + digit + number.substring(at + 1);
                    assertThat(TicketNumber.find(typed).isPresent()).as(typed).isEqualTo(typed.equals(number));
                }
            }
        }
    }

    @Test
    void every_swap_of_neighbors_is_found() {
        for (int i = 0; i < 2_000; i++) {
            String number = TicketNumber.random(random).value();
            for (int at = 0; at < 8; at++) {
                String typed =
                        number.substring(0, at) + number.charAt(at + 1) + number.charAt(at) + number.substring(at + 2);
                assertThat(TicketNumber.find(typed).isPresent()).as(typed).isEqualTo(typed.equals(number));
            }
        }
    }

    @Test
    void numbers_are_not_in_sequence() {
        Set<String> ends = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            ends.add(TicketNumber.random(random).value().substring(0, 4));
        }
        assertThat(ends).hasSizeGreaterThan(900);
    }

    @Test
    void it_is_spoken_in_threes_and_read_in_any_grouping() {
        TicketNumber number = TicketNumber.random(random);
        assertThat(number.inThrees()).matches("[0-9]{3} [0-9]{3} [0-9]{3}");
        assertThat(TicketNumber.find(number.inThrees())).contains(number);
        assertThat(TicketNumber.find(number.inThrees().replace(' ', '-'))).contains(number);
    }

    @Test
    void what_is_no_number_is_refused() {
        assertThat(TicketNumber.find("")).isEmpty();
        assertThat(TicketNumber.find("000000000")).isEmpty();
        assertThat(TicketNumber.find("1234567890")).isEmpty();
        assertThatThrownBy(() -> new TicketNumber("123")).hasMessageContaining("nine digits");
    }
}
