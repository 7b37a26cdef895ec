package hotline.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import hotline.TestClock;
import hotline.phone.CarrierRequest;
import hotline.phone.PhoneNumber;
import hotline.store.Reply;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioCarrierTest {
    @RegisterExtension
    static final WireMockExtension TWILIO = WireMockExtension.newInstance().build();

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String SID = "AC" + "0".repeat(32);
    private static final String ACCOUNT = "/2010-04-01/Accounts/" + SID;
    private static final String CALLS = ACCOUNT + "/Calls.json";
    private static final String MESSAGES = ACCOUNT + "/Messages.json";
    private static final String CA = "CA" + "1".repeat(32);
    private static final String SM = "SM" + "1".repeat(32);
    private static final String KEY = "agent-leg:7";
    private static final CarrierRequest.Dial DIAL =
            new CarrierRequest.Dial("+6281234567890", "/twilio/agent/7", "/twilio/agent/7/status", 25);
    private static final CarrierRequest.Text TEXT =
            new CarrierRequest.Text("+6281234567890", "Tiket 123 & 456 🙏", "/twilio/message/7/status", 3_600);
    private static final CarrierRequest.Redirect REDIRECT = new CarrierRequest.Redirect(CA, "/twilio/turn/4?nudge=1");
    private static final CarrierRequest.HangUp HANG_UP = new CarrierRequest.HangUp(CA);

    private final TestClock clock = TestClock.pinned(NOON);
    private final TwilioCarrier carrier = carrier(TWILIO.baseUrl(), Duration.ofSeconds(20));

    private TwilioCarrier carrier(String apiUrl, Duration patience) {
        return new TwilioCarrier(
                new TwilioAccount(SID, "token", URI.create(apiUrl)),
                PublicUrl.of(URI.create("https://shop.example/hotline")),
                new PhoneNumber("+62215550001"),
                clock,
                patience);
    }

    private static void onPost(String path, ResponseDefinitionBuilder response) {
        TWILIO.stubFor(post(urlEqualTo(path)).willReturn(response));
    }

    private static ResponseDefinitionBuilder created(String sid) {
        return aResponse().withStatus(201).withBody("{\"sid\":\"" + sid + "\",\"status\":\"queued\"}");
    }

    private static ResponseDefinitionBuilder error(int status, int code) {
        return aResponse()
                .withStatus(status)
                .withBody("{\"code\":" + code + ",\"message\":\"The number +6281234567890 is bad\",\"more_info\":"
                        + "\"https://www.twilio.com/docs/errors/" + code + "\",\"status\":" + status + "}");
    }

    private static void onList(String path, String member, String... items) {
        TWILIO.stubFor(get(urlPathEqualTo(path))
                .willReturn(aResponse()
                        .withBody("{\"" + member + "\":[" + String.join(",", items)
                                + "],\"page\":0,\"page_size\":50,\"first_page_uri\":\"/x\",\"uri\":\"/x\"}")));
    }

    private static String call(String sid, Instant at) {
        return "{\"sid\":\"" + sid + "\",\"status\":\"queued\",\"start_time\":null,\"date_created\":\"" + date(at)
                + "\"}";
    }

    private static String message(String sid, String body, Instant at) {
        return "{\"sid\":\"" + sid + "\",\"body\":\"" + body + "\",\"date_created\":\"" + date(at) + "\"}";
    }

    private static String date(Instant at) {
        return DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss +0000", Locale.US)
                .withZone(ZoneOffset.UTC)
                .format(at);
    }

    private static List<String> formOfTheOnlyPost() {
        var posts = TWILIO.findAll(postRequestedFor(com.github.tomakehurst.wiremock.client.WireMock.anyUrl()));
        assertThat(posts).hasSize(1);
        return Arrays.stream(posts.get(0).getBodyAsString().split("&"))
                .map(field -> URLDecoder.decode(field, StandardCharsets.UTF_8))
                .collect(Collectors.toList());
    }

    @Test
    void a_call_is_made_with_our_addresses_and_limits() {
        onPost(CALLS, created(CA));
        assertThat(carrier.send(KEY, DIAL)).isEqualTo(new Reply.Done(CA));
        assertThat(formOfTheOnlyPost())
                .containsExactlyInAnyOrder(
                        "To=+6281234567890",
                        "From=+62215550001",
                        "Url=https://shop.example/hotline/twilio/agent/7",
                        "Method=POST",
                        "FallbackUrl=https://shop.example/hotline/twilio/voice/fallback",
                        "FallbackMethod=POST",
                        "StatusCallback=https://shop.example/hotline/twilio/agent/7/status",
                        "StatusCallbackMethod=POST",
                        "StatusCallbackEvent=initiated",
                        "StatusCallbackEvent=ringing",
                        "StatusCallbackEvent=answered",
                        "StatusCallbackEvent=completed",
                        "Timeout=25",
                        "TimeLimit=3600");
        TWILIO.verify(postRequestedFor(urlEqualTo(CALLS)).withBasicAuth(new BasicCredentials(SID, "token")));
    }

    @Test
    void a_text_message_is_sent_with_its_validity() {
        onPost(MESSAGES, created(SM));
        assertThat(carrier.send("sms:7", TEXT)).isEqualTo(new Reply.Done(SM));
        assertThat(formOfTheOnlyPost())
                .containsExactlyInAnyOrder(
                        "To=+6281234567890",
                        "From=+62215550001",
                        "Body=Tiket 123 & 456 🙏",
                        "StatusCallback=https://shop.example/hotline/twilio/message/7/status",
                        "ValidityPeriod=3600");
    }

    @Test
    void a_call_is_redirected_and_ended() {
        onPost(ACCOUNT + "/Calls/" + CA + ".json", aResponse().withBody("{\"sid\":\"" + CA + "\"}"));
        assertThat(carrier.send("connect:7", REDIRECT)).isEqualTo(new Reply.Done(CA));
        assertThat(formOfTheOnlyPost())
                .containsExactlyInAnyOrder("Url=https://shop.example/hotline/twilio/turn/4?nudge=1", "Method=POST");
        TWILIO.resetRequests();
        assertThat(carrier.send("hang-up:7", HANG_UP)).isEqualTo(new Reply.Done(CA));
        assertThat(formOfTheOnlyPost()).containsExactly("Status=completed");
    }

    @Test
    void the_api_may_be_somewhere_else_under_a_path() {
        onPost("/api/carrier" + CALLS, created(CA));
        assertThat(carrier(TWILIO.baseUrl() + "/api/carrier/", Duration.ofSeconds(20))
                        .send(KEY, DIAL))
                .isEqualTo(new Reply.Done(CA));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "21202 | 'To' number is a premium number",
                "21211 | Invalid 'To' Phone Number",
                "21214 | 'To' phone number cannot be reached",
                "21217 | Phone number does not appear to be valid",
                "21408 | Permission to send an SMS",
                "21610 | Attempt to send to unsubscribed recipient",
                "21614 | 'To' number is not a valid mobile number",
            })
    void what_twilio_will_never_do_is_refused_in_its_own_words(int code, String words) {
        onPost(CALLS, error(400, code));
        Reply reply = carrier.send(KEY, DIAL);
        assertThat(reply).isInstanceOfSatisfying(Reply.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.reason()).startsWith(words);
        });
        formOfTheOnlyPost();
    }

    @Test
    void an_error_that_we_do_not_know_is_refused_without_the_numbers_in_its_message() {
        onPost(CALLS, error(400, 29_999));
        assertThat(carrier.send(KEY, DIAL)).isEqualTo(new Reply.Refused(29_999, "HTTP 400, error 29999"));
    }

    @Test
    void too_many_requests_wait_as_long_as_twilio_says() {
        onPost(CALLS, error(429, 20_429).withHeader("Retry-After", "7"));
        assertThat(carrier.send(KEY, DIAL))
                .isEqualTo(new Reply.Later(Duration.ofSeconds(7), "20429 Too Many Requests"));
        formOfTheOnlyPost();
    }

    @ParameterizedTest
    @CsvSource({"401, 20003", "400, 22005", "400, 21611", "429, 0"})
    void what_passes_is_tried_again_later(int status, int code) {
        onPost(CALLS, error(status, code));
        assertThat(carrier.send(KEY, DIAL)).isInstanceOf(Reply.Later.class);
    }

    @ParameterizedTest
    @CsvSource({"400, 21220", "404, 20404"})
    void a_call_that_is_over_needs_no_redirect_and_no_hanging_up(int status, int code) {
        onPost(ACCOUNT + "/Calls/" + CA + ".json", error(status, code));
        assertThat(carrier.send("connect:7", REDIRECT)).isEqualTo(new Reply.Done(CA));
        assertThat(carrier.send("hang-up:7", HANG_UP)).isEqualTo(new Reply.Done(CA));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 302})
    void a_server_error_leaves_the_outcome_open_and_is_not_repeated(int status) {
        onPost(CALLS, aResponse().withStatus(status).withBody("<html>").withHeader("Location", "/elsewhere"));
        assertThat(carrier.send(KEY, DIAL)).isInstanceOf(Reply.Unknown.class);
        formOfTheOnlyPost();
    }

    @Test
    void a_reset_and_nonsense_leave_the_outcome_open_and_are_not_repeated() {
        for (ResponseDefinitionBuilder response : List.of(
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withFault(Fault.EMPTY_RESPONSE),
                aResponse().withStatus(201).withBody("not json"),
                aResponse().withStatus(201).withBody("{}"))) {
            TWILIO.resetAll();
            onPost(CALLS, response);
            assertThat(carrier.send(KEY, DIAL)).isInstanceOf(Reply.Unknown.class);
            formOfTheOnlyPost();
        }
    }

    @Test
    void a_reply_that_takes_too_long_leaves_the_outcome_open() {
        onPost(CALLS, created(CA).withFixedDelay(5_000));
        Reply reply = carrier(TWILIO.baseUrl(), Duration.ofMillis(100)).send(KEY, DIAL);
        assertThat(reply).isEqualTo(new Reply.Unknown("no reply: HttpTimeoutException"));
    }

    @Test
    void without_a_connection_nothing_happened() {
        assertThat(carrier("http://127.0.0.1:1", Duration.ofSeconds(20)).send(KEY, DIAL))
                .isInstanceOf(Reply.Later.class);
    }

    @Test
    void a_status_that_is_new_to_the_library_is_no_trouble() {
        onPost(CALLS, aResponse().withStatus(201).withBody("{\"sid\":\"" + CA + "\",\"status\":\"teleported\"}"));
        assertThat(carrier.send(KEY, DIAL)).isEqualTo(new Reply.Done(CA));
    }

    @Test
    void to_hang_up_once_more_is_safe() {
        onPost(ACCOUNT + "/Calls/" + CA + ".json", error(500, 20_500));
        assertThat(carrier.send("hang-up:7", HANG_UP)).isInstanceOf(Reply.Later.class);
        assertThat(carrier.send("connect:7", REDIRECT)).isInstanceOf(Reply.Unknown.class);
        assertThat(carrier.lookUp("connect:7", REDIRECT)).isEqualTo(new Reply.Done(CA));
    }

    @Test
    void a_call_made_before_the_error_is_found() {
        onPost(CALLS, error(500, 20_500));
        assertThat(carrier.send(KEY, DIAL)).isInstanceOf(Reply.Unknown.class);
        onList(CALLS, "calls", call(CA, NOON.plusSeconds(1)), call("CAold", NOON.minusSeconds(300)));
        clock.tick(Duration.ofSeconds(5));
        assertThat(carrier.lookUp(KEY, DIAL)).isEqualTo(new Reply.Done(CA));
        TWILIO.verify(getRequestedFor(urlPathEqualTo(CALLS))
                .withQueryParam("To", equalTo("+6281234567890"))
                .withQueryParam("From", equalTo("+62215550001")));
    }

    @Test
    void a_message_sent_before_the_error_is_found_by_its_text() {
        onPost(MESSAGES, error(500, 20_500));
        assertThat(carrier.send("sms:7", TEXT)).isInstanceOf(Reply.Unknown.class);
        onList(
                MESSAGES,
                "messages",
                message("SMother", "Something else", NOON.plusSeconds(1)),
                message(SM, TEXT.body(), NOON.plusSeconds(1)));
        assertThat(carrier.lookUp("sms:7", TEXT)).isEqualTo(new Reply.Done(SM));
    }

    @Test
    void two_calls_that_may_be_it_decide_nothing() {
        onPost(CALLS, error(500, 20_500));
        carrier.send(KEY, DIAL);
        onList(CALLS, "calls", call(CA, NOON.plusSeconds(1)), call("CAother", NOON.plusSeconds(2)));
        clock.tick(Duration.ofMinutes(1));
        assertThat(carrier.lookUp(KEY, DIAL)).isInstanceOf(Reply.Unknown.class);
    }

    @Test
    void a_call_that_is_known_to_be_another_requests_is_not_taken_for_this_one() {
        onPost(CALLS, created("CAother"));
        carrier.send("agent-leg:6", DIAL);
        onPost(CALLS, error(500, 20_500));
        carrier.send(KEY, DIAL);
        onList(CALLS, "calls", call(CA, NOON), call("CAother", NOON));
        assertThat(carrier.lookUp(KEY, DIAL)).isEqualTo(new Reply.Done(CA));
    }

    @Test
    void a_call_that_is_not_listed_is_repeated_once_and_not_at_once() {
        onPost(CALLS, error(500, 20_500));
        onList(CALLS, "calls");
        carrier.send(KEY, DIAL);
        assertThat(carrier.lookUp(KEY, DIAL)).isEqualTo(new Reply.Unknown("not listed yet"));
        clock.tick(Duration.ofSeconds(20));
        assertThat(carrier.lookUp(KEY, DIAL)).isInstanceOf(Reply.Later.class);
        carrier.send(KEY, DIAL);
        clock.tick(Duration.ofSeconds(20));
        assertThat(carrier.lookUp(KEY, DIAL)).isEqualTo(new Reply.Refused(0, "it never reached the carrier, twice"));
    }

    @Test
    void after_a_restart_a_call_of_the_last_minutes_is_found_and_nothing_is_repeated_at_once() {
        onList(CALLS, "calls");
        assertThat(carrier.lookUp(KEY, DIAL)).isEqualTo(new Reply.Unknown("not listed yet"));
        onList(CALLS, "calls", call(CA, NOON.minusSeconds(60)));
        assertThat(carrier.lookUp(KEY, DIAL)).isEqualTo(new Reply.Done(CA));
    }

    @Test
    void a_list_that_cannot_be_read_decides_nothing() {
        TWILIO.stubFor(get(urlPathEqualTo(CALLS)).willReturn(error(500, 20_500)));
        clock.tick(Duration.ofMinutes(5));
        assertThat(carrier.lookUp(KEY, DIAL)).isInstanceOf(Reply.Unknown.class);
    }

    @Test
    void an_account_does_not_print_its_token() {
        assertThat(new TwilioAccount(SID, "topsecret", URI.create("https://api.twilio.com")))
                .asString()
                .doesNotContain("topsecret");
    }
}
