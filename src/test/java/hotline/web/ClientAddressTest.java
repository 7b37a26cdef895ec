package hotline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {
    private static final List<AddressRange> PROXIES = Stream.of("10.0.0.0/8", "2001:db8::/32", "192.0.2.1")
            .flatMap(text -> AddressRange.parse(text).stream())
            .toList();

    private final ClientAddress address = new ClientAddress(PROXIES);

    @Test
    void without_a_proxy_nobody_says_where_they_are() {
        assertThat(new ClientAddress(List.of()).of("203.0.113.7", "198.51.100.1"))
                .isEqualTo("203.0.113.7");
        assertThat(address.of("203.0.113.7", "198.51.100.1")).isEqualTo("203.0.113.7");
        assertThat(address.of("10.1.2.3", null)).isEqualTo("10.1.2.3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.1.2.3 | 203.0.113.7 | 203.0.113.7",
                "10.1.2.3 | 198.51.100.1, 203.0.113.7 | 203.0.113.7",
                "10.1.2.3 | 198.51.100.1, 203.0.113.7, 10.9.9.9, 192.0.2.1 | 203.0.113.7",
                "10.1.2.3 | 203.0.113.7:4711 | 203.0.113.7",
                "[2001:db8:0:0:0:0:0:5] | [2001:dead::7]:4711 | 2001:dead:0:0:0:0:0:7",
                "10.1.2.3 | 10.4.4.4 | 10.4.4.4",
                "10.1.2.3 | 203.0.113.7, unknown | 10.1.2.3",
                "10.1.2.3 | localhost | 10.1.2.3",
                "192.0.2.2 | 203.0.113.7 | 192.0.2.2",
            })
    void a_proxy_of_ours_says_who_came_to_it_and_nobody_further_out_is_believed(
            String peer, String forwardedFor, String client) {
        assertThat(address.of(peer, forwardedFor)).isEqualTo(client);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "proxy", "10.0.0.0/33", "10.0.0.0/8/8", "10.0.0.0/-1", "300.1.1.1", "::g", "2001:db8::/129"})
    void what_is_no_range_of_addresses_is_not_taken_for_one(String text) {
        assertThat(AddressRange.parse(text)).isEmpty();
    }

    @Test
    void who_has_a_network_of_their_own_is_counted_once() {
        assertThat(ClientAddress.network("2001:db8:1:2:aaaa::1"))
                .isEqualTo(ClientAddress.network("2001:db8:1:2:bbbb::2"))
                .isNotEqualTo(ClientAddress.network("2001:db8:1:3::1"));
        assertThat(ClientAddress.network("203.0.113.7")).isEqualTo("203.0.113.7");
    }
}
