package hotline.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
    @ParameterizedTest
    @CsvSource({
        "+6281234567890, PhoneNumber, +62…90",
        "sip:budi.s@sip.example.com, SipAddress, sip:b…@sip.example.com",
        "client:budi, BrowserPhone, client:budi",
    })
    void an_address_says_what_it_is_and_is_written_back_the_same(String address, String kind, String masked) {
        Endpoint endpoint = Endpoint.find(address).orElseThrow();

        assertThat(endpoint.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(endpoint.address()).isEqualTo(address);
        assertThat(endpoint.masked()).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0812",
                "budi@example.com",
                "sip:",
                "sip:budi",
                "sip:budi@",
                "sip:budi@example",
                "sip:budi@example.com;transport=tcp",
                "sip:budi@example.com?x=1",
                "sip:a b@example.com",
                "client:",
                "client:Budi",
                "client:budi?x=1",
                "tel:+6281234567890"
            })
    void what_the_carrier_might_take_for_something_else_is_no_address(String address) {
        assertThat(Endpoint.find(address)).isEmpty();
    }

    @Test
    void a_log_line_does_not_name_who_is_rung_in_full() {
        assertThat(Endpoint.find("sip:budi@example.com").orElseThrow()).hasToString("sip:b…@example.com");
    }
}
