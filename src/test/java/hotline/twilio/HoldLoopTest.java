package hotline.twilio;

import static hotline.twilio.WebhookServer.CALL;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import hotline.call.UnknownCallException;
import hotline.phone.CallSid;
import hotline.phone.PhoneNumber;
import hotline.store.StoreUnavailableException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@Timeout(60)
class HoldLoopTest {
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Optional<PhoneNumber> NUMBER = Optional.of(new PhoneNumber("+62215559999"));

    @Test
    void a_caller_who_gets_no_answer_in_time_waits_and_comes_back_with_what_they_pressed() {
        try (WebhookServer server = new WebhookServer(SHORT, Optional.empty())) {
            server.conversations.block();
            HttpResponse<String> held = server.post("/twilio/turn/2", "Digits", "4*");
            assertThat(held.statusCode()).isEqualTo(200);
            assertThat(held.body())
                    .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>"
                            + "<Say language=\"en-US\">One moment, please.</Say><Pause length=\"5\"/>"
                            + "<Redirect method=\"POST\">https://shop.example/hotline/twilio/turn/2?keys=4s&amp;retry=1&amp;since=1795402800</Redirect>"
                            + "</Response>");
            server.conversations.unblock();
            assertThat(server.follow(held.body()).body()).isEqualTo(FakeConversations.ANSWER);
            assertThat(server.conversations.asked)
                    .containsExactly("turn " + CALL + " 2 Keys[keys=4*]", "turn " + CALL + " 2 Keys[keys=4*]");
        }
    }

    @Test
    void a_caller_who_waits_as_if_at_another_time_comes_back_to_that_time() {
        try (WebhookServer server = new WebhookServer(SHORT, Optional.empty())) {
            server.conversations.block();
            assertThat(server.post("/twilio/voice?flows=50f22e9c25fb&at=2026-12-25T22:00")
                            .body())
                    .contains(
                            "/twilio/voice?flows=50f22e9c25fb&amp;at=2026-12-25T22:00&amp;retry=1&amp;since=1795402800</Redirect>");
            assertThat(server.post("/twilio/voice?at=nonsense").body())
                    .contains("/twilio/voice?retry=1&amp;since=1795402800</Redirect>");
            server.conversations.unblock();
        }
    }

    @Test
    void a_caller_who_waits_for_a_draft_comes_back_to_the_draft() {
        try (WebhookServer server = new WebhookServer(SHORT, Optional.empty())) {
            server.conversations.block();
            assertThat(server.post("/twilio/voice?flows=50f22e9c25fb").body())
                    .contains("/twilio/voice?flows=50f22e9c25fb&amp;retry=1&amp;since=1795402800</Redirect>");
            server.conversations.unblock();
        }
    }

    @Test
    void whatever_breaks_the_caller_hears_something_kind() {
        try (WebhookServer server = new WebhookServer(Duration.ofSeconds(10), Optional.empty())) {
            for (RuntimeException e :
                    List.of(new StoreUnavailableException("gone", null), new IllegalStateException("bug"))) {
                server.conversations.broken = Optional.of(e);
                for (String path : List.of("/twilio/voice", "/twilio/turn/1", "/twilio/voice/fallback")) {
                    HttpResponse<String> held = server.post(path);
                    assertThat(held.statusCode()).isEqualTo(200);
                    assertThat(held.body()).contains("One moment, please.");
                }
            }
        }
    }

    @Test
    void after_a_minute_the_caller_is_sent_away_kindly_and_noted_once() {
        try (WebhookServer server = new WebhookServer(Duration.ofSeconds(10), Optional.empty())) {
            HttpResponse<String> last = afterAMinute(server);
            assertThat(last.body()).contains("Goodbye.").endsWith("<Hangup/></Response>");
            assertThat(server.apologies).containsExactly(new CallSid(CALL));
        }
    }

    @Test
    void after_a_minute_the_caller_is_put_through_to_the_fallback_number() {
        try (WebhookServer server = new WebhookServer(Duration.ofSeconds(10), NUMBER)) {
            HttpResponse<String> last = afterAMinute(server);
            assertThat(last.body())
                    .contains("One moment, please.")
                    .contains(
                            "<Dial timeout=\"30\" action=\"https://shop.example/hotline/twilio/voice/fallback-number\""
                                    + " method=\"POST\"><Number>+62215559999</Number></Dial>");
            assertThat(server.apologies).isEmpty();
            assertThat(server.post("/twilio/voice/fallback-number", "DialCallStatus", "completed")
                            .body())
                    .doesNotContain("Goodbye.")
                    .contains("<Hangup/>");
            assertThat(server.post("/twilio/voice/fallback-number", "DialCallStatus", "no-answer")
                            .body())
                    .contains("Goodbye.");
            assertThat(server.apologies).containsExactly(new CallSid(CALL));
        }
    }

    /** Each round is as short as the pause when the database refuses at once. */
    private static HttpResponse<String> afterAMinute(WebhookServer server) {
        return afterAMinute(server, new StoreUnavailableException("gone", null));
    }

    private static HttpResponse<String> afterAMinute(WebhookServer server, RuntimeException broken) {
        server.conversations.broken = Optional.of(broken);
        HttpResponse<String> response = server.post("/twilio/voice");
        for (int seconds = 0; seconds < 60; seconds += 5) {
            assertThat(response.body()).contains("One moment, please.").contains("<Redirect");
            server.clock.tick(Duration.ofSeconds(5));
            response = server.follow(response.body());
        }
        return response;
    }

    @Test
    void a_call_that_is_not_known_is_told_of_once_and_again_when_it_is_given_up() {
        Logger logger = (Logger) LoggerFactory.getLogger(VoiceWebhooks.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        try (WebhookServer server = new WebhookServer(Duration.ofSeconds(10), Optional.empty())) {
            afterAMinute(server, new UnknownCallException(new CallSid(CALL)));
        } finally {
            logger.detachAppender(log);
        }
        assertThat(log.list).allSatisfy(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.WARN);
            assertThat(event.getThrowableProxy()).isNull();
        });
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains("call " + CALL + ": no answer", "no call " + CALL + " is known"),
                        last -> assertThat(last).contains("given up"));
    }

    @Test
    void a_caller_goes_on_when_the_database_is_back_within_the_minute_however_often_they_asked() {
        try (WebhookServer server = new WebhookServer(Duration.ofSeconds(10), NUMBER)) {
            server.conversations.broken = Optional.of(new StoreUnavailableException("gone", null));
            HttpResponse<String> response = server.post("/twilio/turn/2", "Digits", "4");
            for (int i = 0; i < 8; i++) {
                server.clock.tick(Duration.ofSeconds(7));
                response = server.follow(response.body());
            }
            server.conversations.broken = Optional.empty();
            assertThat(server.follow(response.body()).body()).isEqualTo(FakeConversations.ANSWER);
            assertThat(server.conversations.asked).contains("turn " + CALL + " 2 Keys[keys=4]");
        }
    }

    @Test
    void a_caller_does_not_come_back_for_ever_though_the_clock_stands_still() {
        try (WebhookServer server = new WebhookServer(Duration.ofSeconds(10), Optional.empty())) {
            server.conversations.broken = Optional.of(new StoreUnavailableException("gone", null));
            HttpResponse<String> response = server.post("/twilio/voice");
            for (int i = 0; i < HoldLoop.MOST_RETRIES; i++) {
                response = server.follow(response.body());
            }
            assertThat(response.body()).contains("Goodbye.").endsWith("<Hangup/></Response>");
        }
    }

    @Test
    void a_leg_that_we_dialled_is_not_put_through_and_not_owed_anything() {
        try (WebhookServer server = new WebhookServer(Duration.ofSeconds(10), NUMBER)) {
            server.conversations.broken = Optional.of(new StoreUnavailableException("gone", null));
            List<Form.Field> leg =
                    List.of(new Form.Field("CallSid", CALL), new Form.Field("Direction", "outbound-api"));
            String last = server.post("/twilio/turn/1?retry=" + HoldLoop.MOST_RETRIES, leg)
                    .body();
            assertThat(last).contains("Goodbye.").doesNotContain("Dial");
            assertThat(server.apologies).isEmpty();
        }
    }

    @Test
    void more_callers_than_threads_are_all_answered_in_time_while_nothing_answers() {
        try (WebhookServer server = new WebhookServer(SHORT, Optional.empty())) {
            server.conversations.block();
            List<CompletableFuture<HttpResponse<String>>> callers = IntStream.range(0, 200)
                    .mapToObj(i -> server.postAsync("/twilio/turn/1"))
                    .toList();
            assertThat(callers)
                    .allSatisfy(caller -> assertThat(caller.join().body()).contains("One moment, please."));
        }
    }
}
