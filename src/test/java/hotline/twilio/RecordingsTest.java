package hotline.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingsTest {
    @RegisterExtension
    static final WireMockExtension TWILIO = WireMockExtension.newInstance().build();

    private static final String FOLDER = "/2010-04-01/Accounts/AC123/Recordings/";
    private static final String NAME = "RE" + "0123456789abcdef".repeat(2);

    private final Recordings recordings =
            new Recordings(new TwilioAccount("AC123", "secret", URI.create(TWILIO.baseUrl() + "/")));

    @Test
    void a_recording_is_fetched_with_the_accounts_credentials() {
        TWILIO.stubFor(get(urlEqualTo(FOLDER + NAME))
                .withBasicAuth("AC123", "secret")
                .willReturn(aResponse().withBody(new byte[] {1, 2, 3})));

        assertThat(recordings.fetch(TWILIO.baseUrl() + FOLDER + NAME)).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example" + FOLDER + "RE0123456789abcdef0123456789abcdef",
                "%s@evil.example" + FOLDER + "RE0123456789abcdef0123456789abcdef",
                "%s/2010-04-01/Accounts/AC999/Recordings/RE0123456789abcdef0123456789abcdef",
                "%s" + FOLDER + "../Messages/RE0123456789abcdef0123456789abcdef",
                "%s" + FOLDER + "RE0123456789abcdef0123456789abcdef?x=1",
                "%s" + FOLDER + "RE0123456789abcdef0123456789abcdef.json",
                "file:///etc/passwd",
                ""
            })
    void nothing_else_is_ever_asked_for(String address) {
        assertThatThrownBy(() -> recordings.fetch(address.replace("%s", TWILIO.baseUrl())))
                .isInstanceOf(RecordingUnavailableException.class)
                .hasMessageContaining("not at an address of the account's recordings");
        TWILIO.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void a_redirect_does_not_take_the_credentials_along() {
        TWILIO.stubFor(get(urlEqualTo(FOLDER + NAME))
                .willReturn(aResponse().withStatus(302).withHeader("Location", TWILIO.baseUrl() + "/elsewhere")));

        assertThatThrownBy(() -> recordings.fetch(TWILIO.baseUrl() + FOLDER + NAME))
                .isInstanceOf(RecordingUnavailableException.class)
                .hasMessageContaining("302");
        TWILIO.verify(0, getRequestedFor(urlEqualTo("/elsewhere")));
    }

    @Test
    void one_that_is_gone_or_a_carrier_that_is_away_is_told_so() {
        assertThatThrownBy(() -> recordings.fetch(TWILIO.baseUrl() + FOLDER + NAME))
                .isInstanceOf(RecordingUnavailableException.class)
                .hasMessageContaining("404");
        Recordings nowhere = new Recordings(new TwilioAccount("AC123", "secret", URI.create("http://127.0.0.1:1")));
        assertThatThrownBy(() -> nowhere.fetch("http://127.0.0.1:1" + FOLDER + NAME))
                .isInstanceOf(RecordingUnavailableException.class)
                .hasMessageContaining("does not answer");
    }
}
