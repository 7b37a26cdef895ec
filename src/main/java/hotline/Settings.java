package hotline;

import hotline.phone.PhoneNumber;
import hotline.twilio.ApiKey;
import hotline.twilio.TwilioAccount;
import hotline.web.AddressRange;
import hotline.web.OpenIdRoutes;
import hotline.web.OpenIdSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of one node, checked. Secrets are kept out of {@link #toString()}.
 *
 * @param publicUrl how the carrier reaches this server, without a slash at the end
 * @param carrierUrl base of the carrier's REST API
 * @param callerId the number shown on calls that we make
 * @param callsPerSecond how many calls the account may begin in a second
 */
record Settings(
        int port,
        String host,
        URI publicUrl,
        String databaseUrl,
        Path flows,
        Path data,
        Optional<String> apiToken,
        String accountSid,
        String authToken,
        URI carrierUrl,
        PhoneNumber callerId,
        int callsPerSecond,
        Optional<URI> ordersUrl,
        Optional<String> ordersToken,
        Optional<PhoneNumber> fallbackNumber,
        SignIn signIn,
        Optional<ApiKey> apiKey) {
    /**
     * How people get to the pages.
     *
     * @param trustedProxies who may say where a request comes from
     * @param openId the shop's own sign-in, if it has one
     */
    record SignIn(List<AddressRange> trustedProxies, Optional<OpenIdSettings> openId) {
        static final SignIn USUAL = new SignIn(List.of(), Optional.empty());
    }

    /**
     * Reads the settings of {@code serve}.
     *
     * @throws SettingsException for the first one that is missing or wrong
     */
    static Settings read(Map<String, String> environment) {
        Reader reader = new Reader(environment);
        return new Settings(
                reader.port(Setting.HOTLINE_PORT, 8080),
                reader.text(Setting.HOTLINE_HOST).orElse("0.0.0.0"),
                reader.publicUrl(),
                reader.databaseUrl(),
                reader.flows(),
                reader.data(),
                reader.text(Setting.HOTLINE_API_TOKEN),
                reader.accountSid(),
                reader.required(Setting.TWILIO_AUTH_TOKEN, "it stands on the first page of the Twilio console"),
                reader.url(Setting.TWILIO_API_URL).orElse(URI.create("https://api.twilio.com")),
                reader.callerId(),
                reader.number(Setting.HOTLINE_CALLS_PER_SECOND, 1, 100),
                reader.url(Setting.HOTLINE_ORDERS_URL),
                reader.text(Setting.HOTLINE_ORDERS_TOKEN),
                reader.number(Setting.HOTLINE_FALLBACK_NUMBER),
                new SignIn(reader.addresses(Setting.HOTLINE_TRUSTED_PROXIES), reader.openId()),
                reader.apiKey());
    }

    /** The account at the carrier. */
    TwilioAccount account() {
        return new TwilioAccount(accountSid, authToken, carrierUrl);
    }

    /** Where this node listens. */
    ListenAddress listenAddress() {
        return new ListenAddress(host, port);
    }

    @Override
    public String toString() {
        return "Settings[" + host + ":" + port + ", public " + publicUrl + ", flows " + flows + "]";
    }

    /** Reads and checks single values. */
    static final class Reader {
        private static final int SHORTEST_API_SECRET = 32;

        private final Map<String, String> environment;

        Reader(Map<String, String> environment) {
            this.environment = environment;
        }

        Optional<String> text(Setting setting) {
            return Optional.ofNullable(environment.get(setting.name()))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty());
        }

        String required(Setting setting, String cure) {
            return text(setting).orElseThrow(() -> new SettingsException(setting, "is not set; " + cure));
        }

        int port(Setting setting, int standard) {
            String value = text(setting).orElse(Integer.toString(standard));
            if (!value.matches("[0-9]{1,5}") || !isPort(Integer.parseInt(value))) {
                throw new SettingsException(setting, "'" + value + "' is not a port; set a number from 1 to 65535");
            }
            return Integer.parseInt(value);
        }

        private static boolean isPort(int number) {
            return number >= 1 && number <= 65_535;
        }

        /** A whole number from 1 to {@code most}. */
        int number(Setting setting, int standard, int most) {
            String value = text(setting).orElse(Integer.toString(standard));
            if (!value.matches("[1-9][0-9]{0,4}") || Integer.parseInt(value) > most) {
                throw new SettingsException(
                        setting, "'" + value + "' is not a whole number; set a number from 1 to " + most);
            }
            return Integer.parseInt(value);
        }

        Optional<URI> url(Setting setting) {
            return text(setting).map(value -> {
                try {
                    URI url = new URI(value.replaceAll("/+$", ""));
                    if (value.matches("https?://[^\\s#?@]+")
                            && url.getHost() != null
                            && (url.getPort() == -1 || isPort(url.getPort()))) {
                        return url;
                    }
                } catch (URISyntaxException e) {
                    // Said below.
                }
                throw new SettingsException(
                        setting,
                        "'" + value
                                + "' is not a web address; set it as https://host or https://host:8443/path, without"
                                + " query or user name");
            });
        }

        Optional<PhoneNumber> number(Setting setting) {
            return text(setting).map(value -> {
                try {
                    return new PhoneNumber(value);
                } catch (IllegalArgumentException e) {
                    throw new SettingsException(
                            setting, "'" + value + "' is not an international number; set it as +62215550001");
                }
            });
        }

        List<AddressRange> addresses(Setting setting) {
            return text(setting).stream()
                    .flatMap(value -> Arrays.stream(value.split(",", -1)))
                    .map(String::strip)
                    .map(value -> AddressRange.parse(value)
                            .orElseThrow(() -> new SettingsException(
                                    setting,
                                    "'" + value + "' is no address; set addresses or ranges with commas between, as"
                                            + " 10.0.0.5,192.168.0.0/16")))
                    .toList();
        }

        Optional<OpenIdSettings> openId() {
            return url(Setting.HOTLINE_OIDC_ISSUER)
                    .map(issuer -> new OpenIdSettings(
                            issuer,
                            required(Setting.HOTLINE_OIDC_CLIENT_ID, "it goes with HOTLINE_OIDC_ISSUER"),
                            required(Setting.HOTLINE_OIDC_CLIENT_SECRET, "it goes with HOTLINE_OIDC_ISSUER"),
                            URI.create(publicUrl() + OpenIdRoutes.CALLBACK),
                            text(Setting.HOTLINE_OIDC_CLAIM).orElse("preferred_username")));
        }

        Optional<ApiKey> apiKey() {
            return text(Setting.TWILIO_API_KEY).map(sid -> {
                String secret = required(Setting.TWILIO_API_SECRET, "it was shown once, with the API key");
                if (secret.length() < SHORTEST_API_SECRET) {
                    throw new SettingsException(
                            Setting.TWILIO_API_SECRET, "has fewer than 32 characters; copy all of it from the console");
                }
                return new ApiKey(sid, secret);
            });
        }

        private URI publicUrl() {
            return url(Setting.HOTLINE_PUBLIC_URL)
                    .orElseThrow(() -> new SettingsException(
                            Setting.HOTLINE_PUBLIC_URL,
                            "is not set; set it to the address under which the carrier reaches this server, as"
                                    + " https://hotline.example.com"));
        }

        private PhoneNumber callerId() {
            return number(Setting.HOTLINE_CALLER_ID)
                    .orElseThrow(() -> new SettingsException(
                            Setting.HOTLINE_CALLER_ID,
                            "is not set; set it to a number of the account that may ring out, as +62215550001"));
        }

        String databaseUrl() {
            String url = text(Setting.HOTLINE_DATABASE_URL).orElse("jdbc:h2:file:./data/hotline");
            if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
                throw new SettingsException(
                        Setting.HOTLINE_DATABASE_URL,
                        "only jdbc:h2:file:… and jdbc:postgresql://… are understood; set one of these");
            }
            return url;
        }

        /** Other carriers that speak as Twilio does have names of their own kind for an account. */
        private String accountSid() {
            String sid = required(Setting.TWILIO_ACCOUNT_SID, "it stands on the first page of the Twilio console");
            boolean twilios = text(Setting.TWILIO_API_URL).isEmpty();
            if (!sid.matches(twilios ? "AC[0-9a-fA-F]{32}" : "[0-9A-Za-z_-]+")) {
                throw new SettingsException(
                        Setting.TWILIO_ACCOUNT_SID,
                        "'" + sid + "' is not the SID of an account; copy it from the first page of the Twilio console,"
                                + " AC and 32 digits or letters from a to f");
            }
            return sid;
        }

        /** May not be there yet. */
        private Path data() {
            Path folder = path(Setting.HOTLINE_DATA, "./data");
            for (Path part = folder.toAbsolutePath(); part != null; part = part.getParent()) {
                if (Files.exists(part) && !Files.isDirectory(part)) {
                    throw new SettingsException(Setting.HOTLINE_DATA, part + " is a file; set it to a folder");
                }
            }
            return folder;
        }

        private Path path(Setting setting, String standard) {
            String value = text(setting).orElse(standard);
            try {
                return Path.of(value);
            } catch (InvalidPathException e) {
                throw new SettingsException(setting, "'" + value + "' cannot be a folder here; set it to another");
            }
        }

        Path flows() {
            Path folder = path(Setting.HOTLINE_FLOWS, "./voice-flows");
            if (!Files.isDirectory(folder)) {
                throw new SettingsException(
                        Setting.HOTLINE_FLOWS, "there is no folder " + folder + "; set it to the folder of the flows");
            }
            return folder;
        }
    }
}
