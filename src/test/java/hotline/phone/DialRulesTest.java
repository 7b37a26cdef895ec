package hotline.phone;

import static hotline.phone.DialRules.Refusal.EXTRA_COST;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DialRulesTest {
    private static final PhoneNumber OWN = new PhoneNumber("+622150001234");
    private static final DialRules RULES = new DialRules(DialRules.DEFAULT_COUNTRIES, Set.of(OWN));
    private static final DialRules WORLDWIDE =
            new DialRules(PhoneNumberUtil.getInstance().getSupportedRegions(), Set.of());

    static Stream<JsonNode> costly() {
        return NumberFacts.costly();
    }

    static Stream<JsonNode> ofNoCountry() {
        return NumberFacts.ofNoCountry();
    }

    static Stream<JsonNode> invalid() {
        return NumberFacts.numbers()
                .filter(fact -> !fact.get("valid").asBoolean() && fact.hasNonNull("e164"))
                .filter(fact -> fact.get("e164").asText().length() <= 16);
    }

    @ParameterizedTest
    @MethodSource("costly")
    void a_number_that_costs_extra_is_not_rung_even_in_a_served_country(JsonNode fact) {
        assertThat(WORLDWIDE.refusal(new PhoneNumber(fact.get("e164").asText())))
                .contains(EXTRA_COST);
    }

    @ParameterizedTest
    @MethodSource("ofNoCountry")
    void a_number_of_no_country_is_never_rung(JsonNode fact) {
        PhoneNumber number = new PhoneNumber(fact.get("example").asText());
        assertThat(WORLDWIDE.mayRing(number)).isFalse();
        assertThat(WORLDWIDE.canReceiveSms(number)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void what_is_nobodys_number_is_never_rung(JsonNode fact) {
        assertThat(WORLDWIDE.mayRing(new PhoneNumber(fact.get("e164").asText())))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "+62110, EMERGENCY_OR_SERVICE",
        "+62118, EMERGENCY_OR_SERVICE",
        "+62911, EMERGENCY_OR_SERVICE",
        "+628091234567, EXTRA_COST",
        "+447012345678, EXTRA_COST",
        "+621771234567, NO_SUBSCRIBER",
        "+18005551212, NO_SUBSCRIBER",
        "+621500123, NO_SUBSCRIBER",
        "+628071123456, NO_SUBSCRIBER",
        "+62868123456, SATELLITE",
        "+881612345678, SATELLITE",
        "+37167881234, COUNTRY_NOT_SERVED",
        "+18765551234, COUNTRY_NOT_SERVED",
        "+6281234567, INVALID",
        "+266696687, INVALID",
        "+622150001234, OWN_NUMBER"
    })
    void each_number_is_refused_for_its_reason(String number, DialRules.Refusal reason) {
        assertThat(RULES.refusal(new PhoneNumber(number))).contains(reason);
    }

    @Test
    void mobile_and_fixed_lines_of_served_countries_are_rung() {
        assertThat(RULES.refusal(new PhoneNumber("+6281234567890"))).isEmpty();
        assertThat(RULES.refusal(new PhoneNumber("+62215550001"))).isEmpty();
        assertThat(RULES.refusal(new PhoneNumber("+60123456789"))).isEmpty();
    }

    @Test
    void a_text_goes_to_mobiles_only() {
        assertThat(RULES.canReceiveSms(new PhoneNumber("+6281234567890"))).isTrue();
        assertThat(RULES.canReceiveSms(new PhoneNumber("+62215550001"))).isFalse();
        assertThat(RULES.canReceiveSms(new PhoneNumber("+12125552368"))).isTrue();
        assertThat(RULES.canReceiveSms(new PhoneNumber("+37120123456"))).isFalse();
    }

    @Test
    void a_number_that_the_plans_do_not_know_may_be_new_if_its_country_is_served_and_its_length_possible() {
        assertThat(RULES.mayBeNewerThanThePlans(new PhoneNumber("+15550001111")))
                .isTrue();
        assertThat(RULES.mayBeNewerThanThePlans(new PhoneNumber("+62811"))).isFalse();
        assertThat(RULES.mayBeNewerThanThePlans(new PhoneNumber("+8656696"))).isFalse();
        assertThat(RULES.mayBeNewerThanThePlans(new PhoneNumber("+6281234567890")))
                .isFalse();
    }
}
