package hotline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.flow.Input;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HeldInputTest {
    static Stream<Input> inputs() {
        return Stream.of(
                new Input.Keys("123*#0"),
                new Input.Keys(""),
                new Input.Silence(),
                new Input.Returned(),
                new Input.Nudged(),
                new Input.Recorded("https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/RE1?x=ü", 61));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void an_input_comes_back_from_the_address_as_it_went_in(Input input) throws Exception {
        String query = HeldInput.query(input, 2);
        assertThat(query).matches("[A-Za-z0-9_.~=&-]+").endsWith("retry=2");
        Form form = Form.parse(query.getBytes(StandardCharsets.UTF_8));
        assertThat(HeldInput.of(new SignedRequest("/twilio/turn/1", form, Form.EMPTY)))
                .isEqualTo(input);
    }

    @Test
    void the_number_of_a_payment_card_is_not_written_into_an_address() throws Exception {
        String query = HeldInput.query(new Input.Keys("12*4111111111111111"), 1);
        Form form = Form.parse(query.getBytes(StandardCharsets.UTF_8));

        assertThat(query).doesNotContain("4111");
        assertThat(HeldInput.of(new SignedRequest("/twilio/turn/1", form, Form.EMPTY)))
                .isEqualTo(new Input.Keys(""));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void what_the_address_holds_goes_before_what_the_carrier_repeats(Input input) throws Exception {
        Form query = Form.parse(HeldInput.query(input, 1).getBytes(StandardCharsets.UTF_8));
        Form posted = Form.parse("Digits=9".getBytes(StandardCharsets.UTF_8));
        assertThat(HeldInput.of(new SignedRequest("/twilio/turn/1", query, posted)))
                .isEqualTo(input);
    }
}
