package hotline.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import hotline.TestClock;
import hotline.phone.CarrierRequest;
import hotline.phone.PhoneNumber;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A carrier whose REST API is a stub, with what it is asked and what it answers. */
abstract class CarrierRig {
    @RegisterExtension
    static final WireMockExtension TWILIO = WireMockExtension.newInstance().build();

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final String SID = "AC" + "0".repeat(32);
    static final String ACCOUNT = "/2010-04-01/Accounts/" + SID;
    static final String CALLS = ACCOUNT + "/Calls.json";
    static final String MESSAGES = ACCOUNT + "/Messages.json";
    static final String CA = "CA" + "1".repeat(32);
    static final String SM = "SM" + "1".repeat(32);
    static final String KEY = "agent-leg:7";
    static final CarrierRequest.Dial DIAL =
            new CarrierRequest.Dial("+6281234567890", "/twilio/agent/7", "/twilio/agent/7/status", 25);
    static final CarrierRequest.Text TEXT =
            new CarrierRequest.Text("+6281234567890", "Tiket 123 & 456 🙏", "/twilio/message/7/status", 3_600);
    static final CarrierRequest.Redirect REDIRECT = new CarrierRequest.Redirect(CA, "/twilio/turn/4?nudge=1");
    static final CarrierRequest.HangUp HANG_UP = new CarrierRequest.HangUp(CA);

    /** Whose a call or message is, as the outbox has it written down. */
    final Map<String, String> written = new HashMap<>();

    final TestClock clock = TestClock.pinned(NOON);
    final TwilioCarrier carrier = carrier(TWILIO.baseUrl(), Duration.ofSeconds(20));

    TwilioCarrier carrier(String apiUrl, Duration patience) {
        return new TwilioCarrier(
                new TwilioAccount(SID, "token", URI.create(apiUrl)),
                PublicUrl.of(URI.create("https://shop.example/hotline")),
                new PhoneNumber("+62215550001"),
                clock,
                patience,
                sid -> Optional.ofNullable(written.get(sid)));
    }

    static void onPost(String path, ResponseDefinitionBuilder response) {
        TWILIO.stubFor(post(urlEqualTo(path)).willReturn(response));
    }

    static ResponseDefinitionBuilder created(String sid) {
        return aResponse().withStatus(201).withBody("{\"sid\":\"" + sid + "\",\"status\":\"queued\"}");
    }

    static ResponseDefinitionBuilder error(int status, int code) {
        return aResponse()
                .withStatus(status)
                .withBody("{\"code\":" + code + ",\"message\":\"The number +6281234567890 is bad\",\"more_info\":"
                        + "\"https://www.twilio.com/docs/errors/" + code + "\",\"status\":" + status + "}");
    }

    static void onList(String path, String member, String... items) {
        TWILIO.stubFor(get(urlPathEqualTo(path)).willReturn(list(member, items)));
    }

    static ResponseDefinitionBuilder list(String member, String... items) {
        return aResponse()
                .withBody("{\"" + member + "\":[" + String.join(",", items)
                        + "],\"page\":0,\"page_size\":50,\"first_page_uri\":\"/x\",\"uri\":\"/x\"}");
    }

    static String call(String sid, Instant at) {
        return "{\"sid\":\"" + sid + "\",\"status\":\"queued\",\"start_time\":null,\"date_created\":\"" + date(at)
                + "\"}";
    }

    static String message(String sid, String body, Instant at) {
        return "{\"sid\":\"" + sid + "\",\"body\":\"" + body + "\",\"date_created\":\"" + date(at) + "\"}";
    }

    static String date(Instant at) {
        return DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss +0000", Locale.US)
                .withZone(ZoneOffset.UTC)
                .format(at);
    }

    /** As headers have it. */
    static String headerDate(Instant at) {
        return date(at).replace("+0000", "GMT");
    }

    static List<String> formOfTheOnlyPost() {
        var posts = TWILIO.findAll(postRequestedFor(anyUrl()));
        assertThat(posts).hasSize(1);
        return Arrays.stream(posts.get(0).getBodyAsString().split("&"))
                .map(field -> URLDecoder.decode(field, StandardCharsets.UTF_8))
                .collect(Collectors.toList());
    }
}
