package hotline.twilio;

import static hotline.twilio.WebhookServer.CALL;
import static hotline.twilio.WebhookServer.fields;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.store.StoreUnavailableException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the webhooks take and answer, over HTTP. Long because it holds each way in which a request can be wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhooksTest {
    private static final String ID = "8f14e45f-ceea-467f-a0e6-1d2b3c4d5e6f";

    private final WebhookServer server = new WebhookServer(Duration.ofSeconds(10), Optional.empty());

    @BeforeAll
    void warm() {
        server.post("/twilio/voice");
    }

    @BeforeEach
    void clean() {
        server.conversations.asked.clear();
        server.conversations.broken = Optional.empty();
        server.conversations.textBack = Optional.empty();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void an_incoming_call_is_answered_with_the_document_as_it_is() {
        HttpResponse<String> response = server.post("/twilio/voice");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
                .isEqualToIgnoringCase("text/xml;charset=utf-8");
        assertThat(response.body()).isEqualTo(FakeConversations.ANSWER);
        assertThat(server.conversations.asked)
                .containsExactly("incoming " + CALL + " from +6281234567890 to +62215550001");
    }

    @Test
    void everything_may_also_come_by_get() {
        assertThat(List.of(
                        server.get("/twilio/voice", fields("CallStatus", "ringing")),
                        server.get("/twilio/turn/3", fields("Digits", "12")),
                        server.get("/twilio/agent/" + ID, fields()),
                        server.get("/twilio/voice/fallback", fields("ErrorCode", "11200")),
                        server.get("/twilio/voice/fallback-number", fields("DialCallStatus", "completed"))))
                .allSatisfy(response -> {
                    assertThat(response.statusCode()).isEqualTo(200);
                    assertThat(response.body()).contains("<Hangup/>");
                });
        assertThat(server.get("/twilio/voice/status", fields("CallStatus", "busy"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(server.get("/twilio/sms", fields("MessageSid", "SM1", "Body", "halo"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.conversations.asked)
                .containsExactly(
                        "incoming " + CALL + " from +6281234567890 to +62215550001",
                        "turn " + CALL + " 3 Keys[keys=12]",
                        "agent " + ID + " " + CALL,
                        "incoming " + CALL + " from +6281234567890 to +62215550001",
                        "call status CallStatusEvent[call=" + CALL + ", status=BUSY, length=Optional.empty]",
                        "text SM1 halo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anonymous", "+266696687", "+7378742833", "", "sip:ann@example.com", "88001"})
    void a_caller_whose_number_is_withheld_or_none_has_no_number(String from) {
        List<Form.Field> call = List.of(
                new Form.Field("CallSid", CALL), new Form.Field("From", from), new Form.Field("To", "+62215550001"));
        server.post("/twilio/voice", call);
        assertThat(server.conversations.asked).containsExactly("incoming " + CALL + " from nobody to +62215550001");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/twilio/turn/3 | Digits=12 | Keys[keys=12]",
                "/twilio/turn/3 | Digits=*0# | Keys[keys=*0#]",
                "/twilio/turn/3 | Digits= | Silence[]",
                "/twilio/turn/3 | Digits=,FinishedOnKey=# | Keys[keys=]",
                "/twilio/turn/3 | Digits=,FinishedOnKey= | Silence[]",
                "/twilio/turn/3 | CallStatus=in-progress | Silence[]",
                "/twilio/turn/3 | DialCallStatus=answered | Returned[]",
                "/twilio/turn/3 | RecordingUrl=https://r.example/RE1,RecordingDuration=7,Digits=hangup"
                        + " | Recorded[url=https://r.example/RE1, seconds=7]",
                "/twilio/turn/3?nudge=1 | CallStatus=in-progress | Nudged[]",
                "/twilio/turn/3?recording=%25%25&retry=1 | CallStatus=in-progress | Nudged[]",
                "/twilio/turn/3?keys=1s0h&retry=2 | CallStatus=in-progress | Keys[keys=1*0#]",
            })
    void a_turn_tells_what_came_from_the_caller(String target, String told, String input) {
        String[] namesAndValues = told.replace("=", ",").replaceAll(",$", ",@").split(",", -1);
        for (int i = 0; i < namesAndValues.length; i++) {
            namesAndValues[i] = namesAndValues[i].replace("@", "");
        }
        assertThat(server.post(target, namesAndValues).statusCode()).isEqualTo(200);
        assertThat(server.conversations.asked).containsExactly("turn " + CALL + " 3 " + input);
    }

    @Test
    void an_answered_agent_and_an_answered_callback_are_told_with_our_own_id() {
        server.post("/twilio/agent/" + ID);
        server.post("/twilio/callback/" + ID);
        assertThat(server.conversations.asked)
                .containsExactly("agent " + ID + " " + CALL, "callback " + ID + " " + CALL);
    }

    @Test
    void statuses_are_kept_and_answered_with_nothing() {
        assertThat(List.of(
                        server.post("/twilio/voice/status", "CallStatus", "completed", "CallDuration", "61"),
                        server.post("/twilio/agent/" + ID + "/status", "CallStatus", "no-answer"),
                        server.post("/twilio/callback/" + ID + "/status", "CallStatus", "initiated"),
                        server.post(
                                "/twilio/message/" + ID + "/status", "MessageStatus", "failed", "ErrorCode", "30005")))
                .allSatisfy(response -> {
                    assertThat(response.statusCode()).isEqualTo(204);
                    assertThat(response.body()).isEmpty();
                });
        assertThat(server.conversations.asked)
                .containsExactly(
                        "call status CallStatusEvent[call=" + CALL + ", status=COMPLETED, length=Optional[PT1M1S]]",
                        "agent status " + ID + " NO_ANSWER",
                        "callback status " + ID + " INITIATED",
                        "message " + ID + " failed 30005");
    }

    @Test
    void of_what_goes_on_in_a_room_only_that_somebody_left_is_kept() {
        for (String event : List.of("participant-join", "conference-end", "participant-leave")) {
            assertThat(server.post("/twilio/room/" + ID, "StatusCallbackEvent", event)
                            .statusCode())
                    .isEqualTo(204);
        }
        assertThat(server.conversations.asked).containsExactly("left room " + ID + " " + CALL);
    }

    @Test
    void a_status_that_is_new_to_us_is_acknowledged_and_left_alone() {
        assertThat(server.post("/twilio/voice/status", "CallStatus", "teleported")
                        .statusCode())
                .isEqualTo(204);
        assertThat(server.conversations.asked).isEmpty();
    }

    @Test
    void a_status_that_cannot_be_kept_is_asked_for_again() {
        server.conversations.broken = Optional.of(new StoreUnavailableException("no commit", null));
        assertThat(server.post("/twilio/voice/status", "CallStatus", "ringing").statusCode())
                .isEqualTo(503);
        assertThat(server.post("/twilio/sms", "MessageSid", "SM1", "Body", "x").statusCode())
                .isEqualTo(503);
    }

    @Test
    void a_text_message_is_answered_with_a_message_or_an_empty_document() {
        HttpResponse<String> none = server.post("/twilio/sms", "MessageSid", "SM1", "Body", "halo <b> & 🙏");
        assertThat(none.body()).isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response></Response>");
        server.conversations.textBack = Optional.of("a < b\nc");
        HttpResponse<String> one = server.post("/twilio/sms", "MessageSid", "SM1", "Body", "halo");
        assertThat(one.body()).contains("<Message>a &lt; b\nc</Message>");
        assertThat(server.conversations.asked).containsExactly("text SM1 halo <b> & 🙏", "text SM1 halo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/twilio/voice",
                "/twilio/voice/fallback",
                "/twilio/voice/fallback-number",
                "/twilio/voice/status",
                "/twilio/sms",
                "/twilio/events",
                "/twilio/turn/0",
                "/twilio/agent/" + ID,
                "/twilio/agent/" + ID + "/status",
                "/twilio/callback/" + ID,
                "/twilio/callback/" + ID + "/status",
                "/twilio/message/" + ID + "/status",
            })
    void nothing_is_answered_without_the_carriers_signature(String path) {
        HttpResponse<String> response =
                server.send(path, fields("CallStatus", "ringing", "MessageSid", "SM1"), "nonsense");
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("The signature is missing or does not fit.");
        assertThat(server.conversations.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/twilio/voice",
                "/twilio/voice/fallback",
                "/twilio/voice/fallback-number",
                "/twilio/voice/status",
                "/twilio/sms",
                "/twilio/turn/0",
            })
    void a_get_needs_the_signature_too(String path) {
        assertThat(server.send(server.request(path + "?CallSid=" + CALL, "nonsense")
                                .GET())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void repeated_parameters_are_part_of_what_is_signed() {
        assertThat(server.post("/twilio/turn/1", "Digits", "1", "X", "b", "X", "a", "X", "b")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_body_beyond_the_bounds_is_refused_before_anything_else() {
        String[] many = new String[2_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = "p" + i;
        }
        assertThat(server.post("/twilio/voice", many).statusCode()).isEqualTo(413);
        assertThat(server.post("/twilio/voice", "Body", "x".repeat(70_000)).statusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jos%E9", "%ED%A0%BD", "50%", "%zz"})
    void a_name_that_is_no_text_loses_no_call(String name) {
        assertThat(server.postRaw("/twilio/voice", "CallSid=" + CALL + "&CallerName=" + name)
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.conversations.asked).containsExactly("incoming " + CALL + " from nobody to nobody");
    }

    @Test
    void of_a_text_message_that_is_no_text_what_can_be_read_is_kept() {
        server.postRaw("/twilio/sms", "MessageSid=SM1&Body=a%ED%A0%BDb+%F0%9F%99%8F");
        assertThat(server.conversations.asked).containsExactly("text SM1 a\uFFFDb 🙏");
    }

    @Test
    void other_octets_than_the_signed_ones_are_refused_even_if_they_read_the_same() {
        String signature = server.signatureOf("/twilio/voice", "CallSid=" + CALL + "&CallerName=Jos%E9");
        assertThat(server.sendRaw("/twilio/voice", "CallSid=" + CALL + "&CallerName=Jos%E8", signature)
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.sendRaw("/twilio/voice", "CallSid=" + CALL + "&CallerName=Jos%EF%BF%BD", signature)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_webhook_without_a_call_is_refused() {
        assertThat(server.post("/twilio/voice", List.of(new Form.Field("From", "+1")))
                        .statusCode())
                .isEqualTo(400);
        assertThat(server.post("/twilio/voice", List.of(new Form.Field("CallSid", "../etc")))
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/twilio/turn/x", "/twilio/agent/1", "/twilio/nothing", "/twilio/turn/1/2"})
    void what_is_not_there_is_not_found(String path) {
        assertThat(server.post(path).statusCode()).isEqualTo(404);
    }

    @Test
    void the_fallback_address_answers_what_failed() {
        server.post(
                "/twilio/voice/fallback", "ErrorCode", "11200", "ErrorUrl", WebhookServer.PUBLIC + "/twilio/turn/4");
        server.post(
                "/twilio/voice/fallback",
                "ErrorCode",
                "11205",
                "ErrorUrl",
                WebhookServer.PUBLIC + "/twilio/turn/5?keys=7&retry=1");
        server.post("/twilio/voice/fallback", "ErrorUrl", WebhookServer.PUBLIC + "/twilio/agent/" + ID);
        server.post("/twilio/voice/fallback", "ErrorUrl", "https://elsewhere.example/x");
        assertThat(server.conversations.asked)
                .containsExactly(
                        "turn " + CALL + " 4 Nudged[]",
                        "turn " + CALL + " 5 Keys[keys=7]",
                        "agent " + ID + " " + CALL,
                        "incoming " + CALL + " from +6281234567890 to +62215550001");
    }

    @Test
    void a_leg_that_we_dialled_is_never_taken_for_an_incoming_call() {
        List<Form.Field> leg = List.of(new Form.Field("CallSid", CALL), new Form.Field("Direction", "outbound-api"));
        HttpResponse<String> response = server.post("/twilio/voice/fallback", leg);
        assertThat(response.body()).contains("Goodbye.").contains("<Hangup/>");
        assertThat(server.conversations.asked).isEmpty();
    }
}
