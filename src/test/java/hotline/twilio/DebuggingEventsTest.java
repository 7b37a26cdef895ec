package hotline.twilio;

import static hotline.twilio.WebhookServer.ACCOUNT;
import static hotline.twilio.WebhookServer.CALL;
import static hotline.twilio.WebhookServer.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import hotline.store.StoreUnavailableException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The webhook of the carrier's debugger. */
class DebuggingEventsTest {
    private static final String PATH = "/twilio/events";
    private static final String EVENT = "NO0123456789abcdef0123456789abcdef";
    private static final String NUMBER = "6281234567890";

    private final WebhookServer server = new WebhookServer(Duration.ofSeconds(10), Optional.empty());
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stop() {
        root.detachAppender(log);
        server.close();
    }

    private static List<Form.Field> event(String account, String level, String payload) {
        return List.of(
                new Form.Field("Sid", EVENT),
                new Form.Field("AccountSid", account),
                new Form.Field("ParentAccountSid", ""),
                new Form.Field("Timestamp", "2026-11-23T03:00:00Z"),
                new Form.Field("Level", level),
                new Form.Field("PayloadType", "application/json"),
                new Form.Field("Payload", payload));
    }

    /** As the carrier has it, with all that is private in it. */
    private static String payload(String code, String resource, String url) {
        return """
                {"resource_sid": "%s", "service_sid": null, "error_code": "%s",
                 "more_info": {"Msg": "canary-message +%4$s", "ErrorCode": "%2$s", "LogLevel": "WARNING"},
                 "webhook": {"type": "application/json",
                   "request": {"method": "POST", "url": "%3$s", "headers": {},
                     "parameters": {"From": "+%4$s", "To": "+62215550001", "Digits": "%4$s"}},
                   "response": {"status_code": 200, "headers": {}, "body": "<Response><Say>canary-words</Say></Response>"}}}
                """.formatted(resource, code, url, NUMBER);
    }

    private HttpResponse<String> post(String payload) {
        return server.post(PATH, event(ACCOUNT, "WARNING", payload));
    }

    private List<String> lines(Level level) {
        return log.list.stream()
                .filter(line -> line.getLoggerName().startsWith("hotline.twilio"))
                .filter(line -> line.getLevel() == level)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "13511 | " + PUBLIC + "/twilio/turn/3             | Optional[3]",
                "13321 | " + PUBLIC + "/twilio/turn/12?nudge=1    | Optional[12]",
                "13321 | " + PUBLIC + "/twilio/voice              | Optional[0]",
                "13511 | " + PUBLIC + "/twilio/voice?as-if=x      | Optional[0]",
                "13511 | " + PUBLIC + "/twilio/voice/fallback     | Optional.empty",
                "13511 | https://elsewhere.example/twilio/turn/12 | Optional.empty",
                "13511 | " + PUBLIC + "/twilio/turn/99999999999   | Optional.empty",
            })
    void a_voice_that_failed_is_told_with_the_turn_that_it_failed_in(String code, String url, String turn) {
        assertThat(post(payload(code, CALL, url)).statusCode()).isEqualTo(204);
        assertThat(server.conversations.asked)
                .containsExactly(
                        "speech failed SpeechFailure[leg=" + CALL + ", turn=" + turn + ", errorCode=" + code + "]");
    }

    @Test
    void a_voice_that_failed_in_a_document_from_nowhere_is_told_too() {
        post("{\"resource_sid\": \"" + CALL + "\", \"error_code\": 13511}");
        assertThat(server.conversations.asked)
                .containsExactly("speech failed SpeechFailure[leg=" + CALL + ", turn=Optional.empty, errorCode=13511]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"13520", "13512", "13513", "11200", "12300", "0", "", "13511x", "00013511"})
    void another_error_is_for_the_log(String code) {
        assertThat(post(payload(code, CALL, PUBLIC + "/twilio/turn/3")).statusCode())
                .isEqualTo(204);
        assertThat(server.conversations.asked).isEmpty();
        assertThat(lines(Level.INFO)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "7",
                "[]",
                "{",
                "<xml/>",
                "{\"error_code\": {\"13511\": 1}, \"resource_sid\": [\"CA1\"]}",
                "{\"error_code\": \"13511\"}",
                "{\"error_code\": \"13511\", \"resource_sid\": \"../../etc\"}",
                "{\"error_code\": \"13511\", \"resource_sid\": \"CA1\\nWARN forged line\"}",
                "{\"error_code\": \"13511\", \"resource_sid\": null, \"webhook\": 7}",
            })
    void nonsense_is_acknowledged_and_has_no_effect(String payload) {
        assertThat(post(payload).statusCode()).isEqualTo(204);
        assertThat(server.conversations.asked).isEmpty();
        assertThat(lines(Level.INFO))
                .hasSize(1)
                .allSatisfy(line -> assertThat(line).doesNotContain("\n", "forged"));
    }

    @Test
    void braces_without_end_are_nonsense_too() {
        assertThat(post("[".repeat(20_000)).statusCode()).isEqualTo(204);
        assertThat(server.conversations.asked).isEmpty();
    }

    @Test
    void another_accounts_events_are_left_alone() {
        String payload = payload("13511", CALL, PUBLIC + "/twilio/turn/3");
        assertThat(server.post(PATH, event("AC99999999999999999999999999999999", "WARNING", payload))
                        .statusCode())
                .isEqualTo(204);
        assertThat(server.post(PATH, List.of(new Form.Field("Payload", payload)))
                        .statusCode())
                .isEqualTo(204);
        assertThat(server.conversations.asked).isEmpty();
    }

    @Test
    void only_the_carrier_may_tell_and_not_too_much() {
        String payload = payload("13511", CALL, PUBLIC + "/twilio/turn/3");
        assertThat(server.send(PATH, event(ACCOUNT, "WARNING", payload), "nonsense")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post(payload + " ".repeat(70_000)).statusCode()).isEqualTo(413);
        assertThat(server.conversations.asked).isEmpty();
    }

    @Test
    void what_cannot_be_kept_is_not_asked_for_again() {
        server.conversations.broken = Optional.of(new StoreUnavailableException("no commit", null));
        assertThat(post(payload("13511", CALL, PUBLIC + "/twilio/turn/3")).statusCode())
                .isEqualTo(204);
        assertThat(lines(Level.WARN)).hasSize(1);
    }

    @Test
    void an_error_is_a_warning_in_the_log_and_nothing_private_is() {
        server.post(PATH, event(ACCOUNT, "ERROR", payload("11200", CALL, PUBLIC + "/twilio/turn/3?keys=" + NUMBER)));
        assertThat(lines(Level.WARN))
                .singleElement()
                .asString()
                .contains("error 11200 about " + CALL, EVENT, "https://www.twilio.com/docs/api/errors/11200");
        post(payload("13511", CALL, PUBLIC + "/twilio/turn/3?keys=" + NUMBER));
        server.post(PATH, event(ACCOUNT, "+" + NUMBER, payload("+" + NUMBER, "+" + NUMBER, NUMBER)));
        server.post(PATH, event(ACCOUNT, NUMBER, payload(NUMBER, NUMBER, NUMBER)));
        assertThat(log.list)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.getFormattedMessage()).doesNotContain(NUMBER, "canary"));
    }

    @Test
    void so_many_lines_a_minute_are_enough() {
        for (int i = 0; i < LinesAMinute.MOST + 7; i++) {
            post(payload("12300", CALL, ""));
        }
        assertThat(lines(Level.INFO)).hasSize(LinesAMinute.MOST);
        server.clock.tick(Duration.ofMinutes(2));
        post(payload("12300", CALL, ""));
        assertThat(lines(Level.INFO)).hasSize(LinesAMinute.MOST + 1);
        assertThat(lines(Level.WARN)).singleElement().asString().contains("7 things more");
    }
}
