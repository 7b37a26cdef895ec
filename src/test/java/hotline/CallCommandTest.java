package hotline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallCommandTest {
    @Test
    void capital_letters_are_typed_with_the_keys_that_they_are_printed_on() {
        assertThat(CallCommand.typed("9,5,2,261114QRWXYZ22#,w,1,h")).isEqualTo("9,5,2,26111477999922#,w,1,h");
    }
}
