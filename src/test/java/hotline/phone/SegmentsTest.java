package hotline.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentsTest {
    @ParameterizedTest(name = "{0} times {1} takes {3} of {2}")
    @CsvSource({
        "160, a, GSM-7, 1",
        "161, a, GSM-7, 2",
        "306, a, GSM-7, 2",
        "307, a, GSM-7, 3",
        "80, €, GSM-7, 1",
        "81, €, GSM-7, 2",
        // 76 of them fill 152 of 153 septets: the 77th is not torn apart, so 153 do not fit into two messages.
        "152, €, GSM-7, 2",
        "153, €, GSM-7, 3",
        "70, é…, UCS-2, 3",
        "70, …, UCS-2, 1",
        "71, …, UCS-2, 2",
        "134, …, UCS-2, 2",
        "135, …, UCS-2, 3",
        "35, 😀, UCS-2, 1",
        "36, 😀, UCS-2, 2",
        // 33 of them fill 66 of 67 units: the 34th is not torn apart.
        "66, 😀, UCS-2, 2",
        "67, 😀, UCS-2, 3",
    })
    void a_text_takes_as_many_messages_as_its_alphabet_needs(int times, String text, String encoding, int count) {
        Segments segments = Segments.of(text.repeat(times));
        assertThat(segments.encoding()).isEqualTo(encoding);
        assertThat(segments.count()).isEqualTo(count);
    }
}
