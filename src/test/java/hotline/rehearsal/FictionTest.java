package hotline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.phone.PhoneNumber;
import hotline.ticket.TicketNumber;
import org.junit.jupiter.api.Test;

/** What belongs to a person is replaced, the same by the same, and keeps its shape. */
class FictionTest {
    private final Fiction fiction = new Fiction();

    @Test
    void a_telephone_number_keeps_its_country_its_kind_and_its_length() {
        PhoneNumber number = new PhoneNumber("+6281234567890");
        PhoneNumber other = fiction.phone(number);
        assertThat(other.e164())
                .startsWith("+62812")
                .hasSameSizeAs(number.e164())
                .doesNotEndWith("67890");
        assertThat(fiction.phone(number)).isEqualTo(other);
        assertThat(fiction.phone(new PhoneNumber("+6281234567891"))).isNotEqualTo(other);
    }

    @Test
    void an_orders_number_keeps_its_day_and_the_places_of_letters_and_digits() {
        assertThat(fiction.order("261114QRWXYZ22"))
                .matches("261114[A-Z]{6}[0-9]{2}")
                .isNotEqualTo("261114QRWXYZ22");
        assertThat(fiction.order("11212345671234567")).matches("[0-9]{17}").isNotEqualTo("11212345671234567");
        assertThat(fiction.order("261114QRWXYZ22")).isEqualTo(fiction.order("261114QRWXYZ22"));
    }

    @Test
    void a_tickets_number_has_the_right_check_digit() {
        assertThat(TicketNumber.find(fiction.ticket("123456786"))).isPresent();
        assertThat(fiction.ticket("123456786")).isNotEqualTo("123456786");
    }

    @Test
    void what_was_typed_is_known_by_what_the_log_kept_of_it() {
        String order = fiction.order("261114QRWXYZ22");
        assertThat(fiction.typed("************22")).isEqualTo(hotline.phone.Keypad.keysOf(order));
        assertThat(fiction.typed("***********45")).hasSize(13).startsWith("08");
    }
}
