package hotline.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {
    private static Form parse(String text) throws Exception {
        return Form.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void keeps_order_duplicates_spaces_and_empty_values() throws Exception {
        assertThat(parse("b=2&a=+1+&b=1&empty=&bare&&a=%2B62%26%3D%F0%9F%99%8F").fields())
                .containsExactly(
                        new Form.Field("b", "2"),
                        new Form.Field("a", " 1 "),
                        new Form.Field("b", "1"),
                        new Form.Field("empty", ""),
                        new Form.Field("bare", ""),
                        new Form.Field("a", "+62&=🙏"));
    }

    @Test
    void finds_the_first_value_of_a_name() throws Exception {
        Form form = parse("Digits=1&Digits=2");
        assertThat(form.find("Digits")).contains("1");
        assertThat(form.find("digits")).isEmpty();
    }

    @Test
    void only_the_first_equals_sign_parts_name_and_value() throws Exception {
        assertThat(parse("a=b=c").find("a")).contains("b=c");
    }

    @ParameterizedTest
    @CsvSource({
        "a=%,%",
        "a=50%,50%",
        "a=%4,%4",
        "a=%zz,%zz",
        "a=%4x&b=1,%4x",
        "a=Jos%E9,Jos\uFFFD",
        "a=%c3&b=%a9,\uFFFD",
        "a=x%ed%a0%bdy,x\uFFFDy",
        "a=%f0%9f%99%8f%ff,🙏\uFFFD",
    })
    void what_is_no_text_or_escape_costs_no_more_than_itself(String text, String value) throws Exception {
        assertThat(parse(text).find("a")).contains(value);
    }

    @Test
    void every_octet_is_kept_as_it_came() throws Exception {
        assertThat(parse("a=Jos%E9&%C3%A9=%ED%A0%BD%&b=1+2").octets())
                .containsExactly(
                        new Form.Field("a", "Jos\u00E9"),
                        new Form.Field("\u00C3\u00A9", "\u00ED\u00A0\u00BD%"),
                        new Form.Field("b", "1 2"));
    }

    @Test
    void takes_a_thousand_fields_and_no_more() throws Exception {
        String thousand = IntStream.range(0, 1_000).mapToObj(i -> "a=" + i).collect(Collectors.joining("&"));
        assertThat(parse(thousand).fields()).hasSize(1_000);
        assertThatThrownBy(() -> parse(thousand + "&b=1")).isInstanceOf(Form.TooManyFieldsException.class);
    }

    @Test
    void an_empty_text_is_an_empty_form() throws Exception {
        assertThat(parse("").fields()).isEmpty();
    }
}
