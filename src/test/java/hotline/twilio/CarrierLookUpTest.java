package hotline.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.store.Reply;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How a request whose outcome stayed open is found again, or repeated, once. The stub notes a request only when its delay is over,
 * so no test here counts all requests.
 */
class CarrierLookUpTest extends CarrierRig {
    @Test
    void a_reply_that_takes_too_long_leaves_the_outcome_open() {
        onPost(CALLS, created(CA).withFixedDelay(5_000));
        Reply reply = carrier(TWILIO.baseUrl(), Duration.ofMillis(100)).send(KEY, DIAL);
        assertThat(reply).isEqualTo(new Reply.Unknown("no reply: HttpTimeoutException"));
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

    @ParameterizedTest
    @ValueSource(longs = {-3_600, -10, 0, 10, 3_600})
    void what_was_made_is_found_however_far_the_carriers_clock_is_from_ours(long ahead) {
        onPost(MESSAGES, error(500, 20_500));
        onPost(CALLS, error(500, 20_500));
        carrier.send("sms:7", TEXT);
        carrier.send(KEY, DIAL);
        clock.tick(Duration.ofSeconds(20));
        Instant made = NOON.plusSeconds(ahead);
        String replied = headerDate(made.plusSeconds(20));
        TWILIO.stubFor(get(urlPathEqualTo(MESSAGES))
                .willReturn(list("messages", message(SM, TEXT.body(), made)).withHeader("Date", replied)));
        TWILIO.stubFor(get(urlPathEqualTo(CALLS))
                .willReturn(list("calls", call(CA, made), call("CAold", made.minusSeconds(7_200)))
                        .withHeader("Date", replied)));
        assertThat(carrier.lookUp("sms:7", TEXT)).isEqualTo(new Reply.Done(SM));
        assertThat(carrier.lookUp(KEY, DIAL)).isEqualTo(new Reply.Done(CA));
    }

    @Test
    void a_carrier_that_is_behind_has_older_calls_left_alone() {
        onPost(CALLS, error(500, 20_500));
        carrier.send(KEY, DIAL);
        clock.tick(Duration.ofSeconds(20));
        TWILIO.stubFor(get(urlPathEqualTo(CALLS))
                .willReturn(list("calls", call("CAold", NOON.minusSeconds(30)))
                        .withHeader("Date", headerDate(NOON.plusSeconds(10)))));
        assertThat(carrier.lookUp(KEY, DIAL)).isInstanceOf(Reply.Later.class);
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
    void after_a_restart_a_call_that_is_written_down_for_another_request_is_not_taken_for_this_one() {
        written.put("CAother", "agent-leg:6");
        onList(CALLS, "calls", call("CAother", NOON.minusSeconds(60)));
        assertThat(carrier.lookUp(KEY, DIAL)).isEqualTo(new Reply.Unknown("not listed yet"));
        onList(CALLS, "calls", call(CA, NOON.minusSeconds(1)), call("CAother", NOON.minusSeconds(60)));
        assertThat(carrier.lookUp(KEY, DIAL)).isEqualTo(new Reply.Done(CA));
    }

    @Test
    void a_list_that_cannot_be_read_decides_nothing() {
        TWILIO.stubFor(get(urlPathEqualTo(CALLS)).willReturn(error(500, 20_500)));
        clock.tick(Duration.ofMinutes(5));
        assertThat(carrier.lookUp(KEY, DIAL)).isInstanceOf(Reply.Unknown.class);
    }
}
