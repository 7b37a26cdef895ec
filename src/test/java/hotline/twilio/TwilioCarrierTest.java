package hotline.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import hotline.phone.CarrierRequest;
import hotline.store.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of the carrier, and what its replies mean. Long because it is one request and reply after the other. */
class TwilioCarrierTest extends CarrierRig {
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

    private static final CarrierRequest.TakePart COACH =
            new CarrierRequest.TakePart("room", CA, false, "/twilio/hold", false, "CA2");

    @Test
    void how_a_call_takes_part_is_said_whole_to_the_conference_of_that_name() {
        onList(
                ACCOUNT + "/Conferences.json",
                "conferences",
                "{\"sid\":\"CF1\",\"status\":\"completed\"}",
                "{\"sid\":\"CF2\",\"status\":\"in-progress\"}");
        onPost(
                ACCOUNT + "/Conferences/CF2/Participants/" + CA + ".json",
                aResponse().withBody("{}"));
        assertThat(carrier.send("take-part:7", COACH)).isEqualTo(new Reply.Done(CA));
        assertThat(formOfTheOnlyPost())
                .containsExactlyInAnyOrder("Muted=false", "Hold=false", "Coaching=true", "CallSidToCoach=CA2");
    }

    @Test
    void a_call_on_hold_is_told_what_to_hear() {
        onList(ACCOUNT + "/Conferences.json", "conferences", "{\"sid\":\"CF2\",\"status\":\"in-progress\"}");
        onPost(
                ACCOUNT + "/Conferences/CF2/Participants/" + CA + ".json",
                aResponse().withBody("{}"));
        carrier.send("take-part:7", new CarrierRequest.TakePart("room", CA, true, "/twilio/hold", false, ""));
        assertThat(formOfTheOnlyPost())
                .containsExactlyInAnyOrder(
                        "Muted=false",
                        "Hold=true",
                        "Coaching=false",
                        "HoldUrl=https://shop.example/hotline/twilio/hold",
                        "HoldMethod=POST");
    }

    @Test
    void who_is_not_in_the_room_yet_is_tried_again_and_a_lost_reply_is_repeated() {
        onList(ACCOUNT + "/Conferences.json", "conferences");
        assertThat(carrier.send("take-part:7", COACH)).isInstanceOf(Reply.Later.class);
        onList(ACCOUNT + "/Conferences.json", "conferences", "{\"sid\":\"CF2\",\"status\":\"in-progress\"}");
        onPost(ACCOUNT + "/Conferences/CF2/Participants/" + CA + ".json", error(404, 20404));
        assertThat(carrier.send("take-part:7", COACH)).isInstanceOf(Reply.Later.class);
        onPost(
                ACCOUNT + "/Conferences/CF2/Participants/" + CA + ".json",
                aResponse().withStatus(500));
        assertThat(carrier.send("take-part:7", COACH)).isInstanceOf(Reply.Later.class);
        assertThat(carrier.lookUp("take-part:7", COACH)).isInstanceOf(Reply.Later.class);
    }

    private static final CarrierRequest.LookIn LOOK = new CarrierRequest.LookIn("room", CA, List.of("CA2", "CA3"));

    private void onRoom(String... calls) {
        onList(
                ACCOUNT + "/Conferences.json",
                "conferences",
                "{\"sid\":\"CF1\",\"status\":\"completed\"}",
                "{\"sid\":\"CF2\",\"status\":\"in-progress\"}");
        onList(
                ACCOUNT + "/Conferences/CF2/Participants.json",
                "participants",
                Stream.of(calls).map(call -> "{\"call_sid\":\"" + call + "\"}").toArray(String[]::new));
    }

    @Test
    void a_look_into_a_room_tells_whether_somebody_is_with_the_call() {
        onRoom(CA, "CA3");
        assertThat(carrier.send("look-in:7:1", LOOK)).isEqualTo(new Reply.Done(CarrierRequest.LookIn.IN_COMPANY));
        onRoom(CA, "CA9");
        assertThat(carrier.send("look-in:7:1", LOOK)).isEqualTo(new Reply.Done(CarrierRequest.LookIn.ALONE));
        onRoom("CA2");
        assertThat(carrier.send("look-in:7:1", LOOK)).isEqualTo(new Reply.Done(CarrierRequest.LookIn.NOT_THERE));
        onList(ACCOUNT + "/Conferences.json", "conferences", "{\"sid\":\"CF1\",\"status\":\"completed\"}");
        assertThat(carrier.send("look-in:7:1", LOOK)).isEqualTo(new Reply.Done(CarrierRequest.LookIn.NOT_THERE));
    }

    private static void onCall(ResponseDefinitionBuilder response) {
        TWILIO.stubFor(get(urlPathEqualTo(ACCOUNT + "/Calls/" + CA + ".json")).willReturn(response));
    }

    private static ResponseDefinitionBuilder callIs(String status) {
        return aResponse().withBody("{\"sid\":\"" + CA + "\",\"status\":\"" + status + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed", "busy", "failed", "no-answer", "canceled"})
    void a_look_for_a_call_that_has_ended_tells_so(String status) {
        onRoom("CA2");
        onCall(callIs(status));
        assertThat(carrier.send("look-in:7:1", LOOK)).isEqualTo(new Reply.Done(CarrierRequest.LookIn.OVER));
    }

    @Test
    void a_call_that_is_not_in_the_room_is_over_only_if_the_carrier_says_so() {
        onRoom("CA2");
        onCall(error(404, 20404));
        assertThat(carrier.send("look-in:7:1", LOOK)).isEqualTo(new Reply.Done(CarrierRequest.LookIn.OVER));
        for (String alive : List.of("queued", "ringing", "in-progress", "on-the-moon")) {
            onCall(callIs(alive));
            assertThat(carrier.send("look-in:7:1", LOOK))
                    .as(alive)
                    .isEqualTo(new Reply.Done(CarrierRequest.LookIn.NOT_THERE));
        }
        onCall(aResponse().withStatus(404).withBody("no such page"));
        assertThat(carrier.send("look-in:7:1", LOOK)).isEqualTo(new Reply.Done(CarrierRequest.LookIn.NOT_THERE));
        onCall(aResponse().withStatus(500));
        assertThat(carrier.send("look-in:7:1", LOOK)).isInstanceOf(Reply.Later.class);
        onRoom(CA, "CA2");
        assertThat(carrier.send("look-in:7:1", LOOK)).isEqualTo(new Reply.Done(CarrierRequest.LookIn.IN_COMPANY));
    }

    @Test
    void a_look_that_fails_is_no_sign_that_anybody_is_alone() {
        TWILIO.stubFor(get(urlPathEqualTo(ACCOUNT + "/Conferences.json"))
                .willReturn(aResponse().withStatus(500)));
        assertThat(carrier.send("look-in:7:1", LOOK)).isInstanceOf(Reply.Later.class);
        assertThat(carrier.lookUp("look-in:7:1", LOOK)).isInstanceOf(Reply.Later.class);
        onList(ACCOUNT + "/Conferences.json", "conferences", "{\"sid\":\"CF2\",\"status\":\"in-progress\"}");
        TWILIO.stubFor(get(urlPathEqualTo(ACCOUNT + "/Conferences/CF2/Participants.json"))
                .willReturn(error(404, 20404)));
        assertThat(carrier.send("look-in:7:1", LOOK)).isEqualTo(new Reply.Done(CarrierRequest.LookIn.NOT_THERE));
    }

    @Test
    void a_recording_of_the_account_is_deleted_and_no_other() {
        String sid = "RE" + "0123456789abcdef".repeat(2);
        String path = ACCOUNT + "/Recordings/" + sid;
        TWILIO.stubFor(
                delete(urlPathEqualTo(path + ".json")).willReturn(aResponse().withStatus(204)));
        CarrierRequest ours = new CarrierRequest.DeleteRecording(TWILIO.baseUrl() + path);
        assertThat(carrier.send("recording:" + sid, ours)).isEqualTo(new Reply.Done(sid));
        TWILIO.stubFor(delete(urlPathEqualTo(path + ".json")).willReturn(error(404, 20404)));
        assertThat(carrier.send("recording:" + sid, ours)).isEqualTo(new Reply.Done(sid));
        TWILIO.stubFor(
                delete(urlPathEqualTo(path + ".json")).willReturn(aResponse().withStatus(500)));
        assertThat(carrier.send("recording:" + sid, ours)).isInstanceOf(Reply.Later.class);
        assertThat(carrier.send("recording:x", new CarrierRequest.DeleteRecording("https://evil.example" + path)))
                .isInstanceOf(Reply.Refused.class);
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
    @CsvSource(
            delimiter = '|',
            value = {
                "Sun, 22 Nov 2026 12:00:40 GMT | Sun, 22 Nov 2026 12:00:10 GMT | 30",
                "Sun, 22 Nov 2026 11:00:40 GMT | Sun, 22 Nov 2026 11:00:10 GMT | 30",
                "Sun, 22 Nov 2026 12:00:40 GMT | soon | 40",
                "Sun, 22 Nov 2026 11:59:00 GMT | Sun, 22 Nov 2026 12:00:10 GMT | 0",
                "Sun, 22 Nov 2027 12:00:00 GMT | Sun, 22 Nov 2026 12:00:00 GMT | 0",
                "in a while | Sun, 22 Nov 2026 12:00:00 GMT | 0",
            })
    void too_many_requests_wait_until_the_time_that_twilio_says_by_its_own_clock(
            String until, String date, long seconds) {
        onPost(CALLS, error(429, 20_429).withHeader("Retry-After", until).withHeader("Date", date));
        assertThat(carrier.send(KEY, DIAL))
                .isEqualTo(new Reply.Later(Duration.ofSeconds(seconds), "20429 Too Many Requests"));
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
    void an_account_does_not_print_its_token() {
        assertThat(new TwilioAccount(SID, "topsecret", URI.create("https://api.twilio.com")))
                .asString()
                .doesNotContain("topsecret");
    }
}
