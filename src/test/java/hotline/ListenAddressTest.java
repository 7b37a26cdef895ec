package hotline;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListenAddressTest {
    @Test
    void a_port_that_another_program_has_is_told_with_the_setting_to_change() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();
            assertThatThrownBy(() -> new ListenAddress("127.0.0.1", port).requireFree(Setting.HOTLINE_PHONES_PORT))
                    .isInstanceOf(SettingsException.class)
                    .hasMessage("HOTLINE_PHONES_PORT: port " + port
                            + " is in use already; stop what uses it, or set another port");
        }
    }

    @Test
    void a_port_that_is_free_again_may_be_had() throws IOException {
        int port;
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = other.getLocalPort();
        }
        assertThatCode(() -> new ListenAddress("127.0.0.1", port).requireFree(Setting.HOTLINE_PORT))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere.invalid", "192.0.2.1"})
    void an_address_that_this_machine_has_not_is_told(String host) {
        assertThatThrownBy(() -> new ListenAddress(host, 0).requireFree(Setting.HOTLINE_PORT))
                .isInstanceOf(SettingsException.class)
                .hasMessage("HOTLINE_HOST: '" + host
                        + "' is no address of this machine; set 127.0.0.1 for this machine alone, or 0.0.0.0");
    }
}
