package hotline.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OrderNumberTest {
    @Test
    void dashes_spaces_and_small_letters_make_no_difference() {
        OrderNumber number = OrderNumber.of("240512ABCDEFGH");
        assertThat(OrderNumber.of(" 240512-abcd efgh ")).isEqualTo(number);
        assertThat(OrderNumber.of("240512–ABCD—EFGH")).isEqualTo(number);
        assertThat(OrderNumber.of("２４０５１２ＡＢＣＤＥＦＧＨ")).isEqualTo(number);
        assertThat(OrderNumber.of("112-1234567-1234567").value()).isEqualTo("11212345671234567");
    }

    @Test
    void it_is_typed_by_its_letters_keys() {
        assertThat(OrderNumber.of("240512ABCDEFGH").keys()).isEqualTo("24051222233344");
        assertThat(OrderNumber.of("INV/2405/7").keys()).isEqualTo("46824057");
    }

    @Test
    void what_cannot_be_an_order_number_is_none() {
        assertThat(OrderNumber.find("")).isEmpty();
        assertThat(OrderNumber.find("- -")).isEmpty();
        assertThat(OrderNumber.find("#/.")).isEmpty();
        assertThat(OrderNumber.find("1".repeat(41))).isEmpty();
        assertThat(OrderNumber.find("240512<script>")).isEmpty();
        assertThatThrownBy(() -> OrderNumber.of("é")).hasMessageContaining("1 to 40 letters and digits");
    }
}
