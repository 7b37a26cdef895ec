package hotline.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {
    static Stream<JsonNode> numbers() {
        return NumberFacts.numbers();
    }

    static Stream<JsonNode> shortNumbers() {
        return NumberFacts.shortNumbers();
    }

    static Stream<String> pseudoCallers() {
        return NumberFacts.pseudoCallers();
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void numbers_are_read_as_the_numbering_plans_say(JsonNode fact) {
        var parsed = PhoneNumbers.parse(
                fact.get("input").asText(), fact.get("default_region").asText());
        if (fact.get("valid").asBoolean()) {
            assertThat(parsed.map(PhoneNumber::e164)).contains(fact.get("e164").asText());
        } else {
            assertThat(parsed).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("shortNumbers")
    void emergency_and_service_numbers_are_nobodys(JsonNode fact) {
        assertThat(PhoneNumbers.parse(fact.get("input").asText(), "ID")).isEmpty();
        assertThat(PhoneNumbers.parse("+62" + fact.get("input").asText(), "ID")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pseudoCallers")
    void a_withheld_number_spelled_on_a_keypad_is_no_caller(String from) {
        assertThat(PhoneNumbers.caller(from)).isEmpty();
        assertThat(PhoneNumbers.parse(from, "ID")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "anonymous",
                "Anonymous",
                "Restricted",
                "UNKNOWN",
                "client:ann",
                "sip:+6281234567890@example.com",
                "+0812345678",
                "+62 812 3456 7890",
                "081234567890",
                "+1234567890123456"
            })
    void whoever_does_not_ring_from_an_international_number_has_none(String from) {
        assertThat(PhoneNumbers.caller(from)).isEmpty();
    }

    @Test
    void a_caller_keeps_a_number_that_no_plan_knows() {
        assertThat(PhoneNumbers.caller("+15550001111")).contains(new PhoneNumber("+15550001111"));
    }

    @Test
    void an_extension_is_not_part_of_a_number() {
        assertThat(PhoneNumbers.parse("021 5550001 ext. 12", "ID")).isEmpty();
    }

    @Test
    void byru_is_a_satellite_service_though_it_looks_mobile() {
        assertThat(PhoneNumbers.kind(new PhoneNumber("+62868123456"))).isEqualTo(NumberKind.SATELLITE);
        assertThat(PhoneNumbers.kind(new PhoneNumber("+6281234567890"))).isEqualTo(NumberKind.MOBILE);
    }

    @Test
    void islands_that_share_a_country_code_are_told_apart() {
        assertThat(PhoneNumbers.country(new PhoneNumber("+18765551234"))).contains("JM");
        assertThat(PhoneNumbers.country(new PhoneNumber("+12125552368"))).contains("US");
        assertThat(PhoneNumbers.country(new PhoneNumber("+881612345678"))).isEmpty();
    }
}
