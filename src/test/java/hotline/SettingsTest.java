package hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.phone.PhoneNumber;
import hotline.twilio.ApiKey;
import hotline.web.AddressRange;
import hotline.web.OpenIdSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";

    private static final Map<String, String> REQUIRED = Map.of(
            "HOTLINE_PUBLIC_URL", "https://hotline.example.com/",
            "TWILIO_ACCOUNT_SID", ACCOUNT,
            "TWILIO_AUTH_TOKEN", "secret-token",
            "HOTLINE_CALLER_ID", "+62215550001",
            "HOTLINE_FLOWS", "src/test");

    private static final String API_SECRET = "an-api-secret-of-32-characters-!";

    @Test
    void what_is_not_set_has_the_default_of_the_contract() {
        Settings settings = Settings.read(REQUIRED);
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.host()).isEqualTo("0.0.0.0");
        assertThat(settings.databaseUrl()).isEqualTo("jdbc:h2:file:./data/hotline");
        assertThat(settings.data()).isEqualTo(Path.of("./data"));
        assertThat(settings.carrierUrl()).isEqualTo(URI.create("https://api.twilio.com"));
        assertThat(settings.callsPerSecond()).isEqualTo(1);
        assertThat(settings.apiToken()).isEmpty();
        assertThat(settings.ordersUrl()).isEmpty();
        assertThat(settings.fallbackNumber()).isEmpty();
    }

    @Test
    void everything_can_be_set() {
        Map<String, String> all = new HashMap<>(REQUIRED);
        all.put("HOTLINE_PORT", "9000");
        all.put("HOTLINE_HOST", "127.0.0.1");
        all.put("HOTLINE_DATABASE_URL", "jdbc:postgresql://db/hotline");
        all.put("HOTLINE_DATA", "/var/lib/hotline");
        all.put("HOTLINE_API_TOKEN", "0123456789abcdef");
        all.put("TWILIO_API_URL", "http://127.0.0.1:9001");
        all.put("HOTLINE_CALLS_PER_SECOND", "5");
        all.put("HOTLINE_ORDERS_URL", "https://shop.example.com/api");
        all.put("HOTLINE_ORDERS_TOKEN", "shop");
        all.put("HOTLINE_FALLBACK_NUMBER", "+62215550009");
        all.put("HOTLINE_TRUSTED_PROXIES", "10.0.0.5, 192.168.0.0/16");
        all.put("HOTLINE_OIDC_ISSUER", "https://login.example.com/");
        all.put("HOTLINE_OIDC_CLIENT_ID", "hotline");
        all.put("HOTLINE_OIDC_CLIENT_SECRET", "oidc-secret");
        all.put("HOTLINE_OIDC_CLAIM", "email");
        all.put("TWILIO_API_KEY", "SK123");
        all.put("TWILIO_API_SECRET", API_SECRET);
        Settings settings = Settings.read(all);
        assertThat(settings)
                .isEqualTo(new Settings(
                        9000,
                        "127.0.0.1",
                        URI.create("https://hotline.example.com"),
                        "jdbc:postgresql://db/hotline",
                        Path.of("src/test"),
                        Path.of("/var/lib/hotline"),
                        Optional.of("0123456789abcdef"),
                        ACCOUNT,
                        "secret-token",
                        URI.create("http://127.0.0.1:9001"),
                        new PhoneNumber("+62215550001"),
                        5,
                        Optional.of(URI.create("https://shop.example.com/api")),
                        Optional.of("shop"),
                        Optional.of(new PhoneNumber("+62215550009")),
                        new Settings.SignIn(
                                List.of(range("10.0.0.5"), range("192.168.0.0/16")),
                                Optional.of(new OpenIdSettings(
                                        URI.create("https://login.example.com"),
                                        "hotline",
                                        "oidc-secret",
                                        URI.create("https://hotline.example.com/sign-in/openid/back"),
                                        "email"))),
                        Optional.of(new ApiKey("SK123", API_SECRET))));
        assertThat(settings.signIn().toString() + settings.apiKey()).doesNotContain("secret");
    }

    private static AddressRange range(String text) {
        return AddressRange.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HOTLINE_PUBLIC_URL", "TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "HOTLINE_CALLER_ID"})
    void a_missing_setting_stops_the_start_with_its_name(String name) {
        Map<String, String> without = new HashMap<>(REQUIRED);
        without.remove(name);
        assertThatThrownBy(() -> Settings.read(without))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(name + ": is not set; ")
                .message()
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({
        "HOTLINE_PORT, 80a",
        "HOTLINE_PORT, 70000",
        "HOTLINE_PORT, 0",
        "HOTLINE_PUBLIC_URL, hotline.example.com",
        "HOTLINE_PUBLIC_URL, https://u:p@hotline.example.com",
        "HOTLINE_PUBLIC_URL, https://h.example.com/%zz",
        "HOTLINE_DATA, pom.xml",
        "HOTLINE_DATA, pom.xml/data",
        "TWILIO_ACCOUNT_SID, hello",
        "TWILIO_ACCOUNT_SID, AC0123456789abcdef0123456789abcde",
        "TWILIO_API_URL, 'https://[::1'",
        "TWILIO_API_URL, http://api.twilio.com:abc",
        "TWILIO_API_URL, http://api.twilio.com:0",
        "TWILIO_API_URL, http://api.twilio.com:65536",
        "TWILIO_API_URL, https:///2010-04-01",
        "HOTLINE_DATABASE_URL, mysql://db",
        "HOTLINE_CALLER_ID, 0215550001",
        "HOTLINE_CALLS_PER_SECOND, 0",
        "HOTLINE_CALLS_PER_SECOND, 1.5",
        "HOTLINE_CALLS_PER_SECOND, 101",
        "HOTLINE_TRUSTED_PROXIES, proxy.example.com",
        "HOTLINE_FLOWS, no/such/folder"
    })
    void a_wrong_setting_stops_the_start_with_its_name(String name, String value) {
        Map<String, String> wrong = new HashMap<>(REQUIRED);
        wrong.put(name, value);
        assertThatThrownBy(() -> Settings.read(wrong))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(name + ": ")
                .message()
                .hasLineCount(1);
    }

    @Test
    void another_carrier_names_its_accounts_as_it_likes() {
        Map<String, String> other = new HashMap<>(REQUIRED);
        other.put("TWILIO_API_URL", "https://[::1]:8443/api/laml");
        other.put("TWILIO_ACCOUNT_SID", "b08dacad-9e61-4a4b-8d9b-5a4b5bd1ce2b");
        assertThat(Settings.read(other).carrierUrl()).hasToString("https://[::1]:8443/api/laml");
        other.put("TWILIO_ACCOUNT_SID", "two words");
        assertThatThrownBy(() -> Settings.read(other)).hasMessageStartingWith("TWILIO_ACCOUNT_SID: ");
    }

    @Test
    void a_folder_for_data_may_be_made_later() {
        Map<String, String> later = new HashMap<>(REQUIRED);
        later.put("HOTLINE_DATA", "src/test/no/such/folder");
        assertThat(Settings.read(later).data()).isEqualTo(Path.of("src/test/no/such/folder"));
    }

    @Test
    void what_goes_together_is_asked_for_together() {
        Map<String, String> openId = new HashMap<>(REQUIRED);
        openId.put("HOTLINE_OIDC_ISSUER", "https://login.example.com");
        assertThatThrownBy(() -> Settings.read(openId)).hasMessageStartingWith("HOTLINE_OIDC_CLIENT_ID: is not set");
        Map<String, String> softphone = new HashMap<>(REQUIRED);
        softphone.put("TWILIO_API_KEY", "SK123");
        assertThatThrownBy(() -> Settings.read(softphone)).hasMessageStartingWith("TWILIO_API_SECRET: is not set");
        softphone.put("TWILIO_API_SECRET", "short");
        assertThatThrownBy(() -> Settings.read(softphone)).hasMessageStartingWith("TWILIO_API_SECRET: has fewer");
    }

    @Test
    void secrets_are_not_printed() {
        assertThat(Settings.read(REQUIRED).toString()).doesNotContain("secret-token");
    }
}
