package hotline.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "a=%4x&b=1", "%=1", "a=%ff", "a=%ed%a0%80", "a=%c3&b=%a9"})
    void refuses_bad_escapes_and_bytes_that_are_not_utf_8(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(Form.MalformedFormException.class);
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
