package hotline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MessagesTest extends ExchangeTest {

    private RestClient.Reply send(String body) {
        RestClient.Reply reply = rest.post(
                "/Messages.json",
                "To",
                CALLER,
                "From",
                HOTLINE,
                "Body",
                body,
                "StatusCallback",
                hotline.url("/events").toString());
        exchange.runUntilQuiet();
        return reply;
    }

    @Test
    void a_message_arrives_and_its_way_is_told() {
        RestClient.Reply reply = send("Tiket K-1 dibuka.");
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.text("status")).isEqualTo("queued");
        assertThat(caller.messages()).extracting(TextMessage::body).containsExactly("Tiket K-1 dibuka.");
        assertThat(caller.messages().get(0).from()).isEqualTo(HOTLINE);
        assertThat(hotline.asked("/events"))
                .extracting(a -> a.value("MessageStatus"))
                .containsExactly("sent", "delivered");
        assertThat(hotline.lastAsked("/events").value("MessageSid")).isEqualTo(reply.text("sid"));
        assertThat(rest.get("/Messages/" + reply.text("sid") + ".json").text("status"))
                .isEqualTo("delivered");
        assertThat(rest.get("/Messages.json?To=%2B6281234567890").body().path("messages"))
                .hasSize(1);
    }

    @Test
    void a_landline_cannot_show_it() {
        caller.landline();
        RestClient.Reply reply = send("x");
        assertThat(caller.messages()).isEmpty();
        assertThat(hotline.lastAsked("/events").value("MessageStatus")).isEqualTo("undelivered");
        assertThat(hotline.lastAsked("/events").value("ErrorCode")).isEqualTo("30006");
        assertThat(rest.get("/Messages/" + reply.text("sid") + ".json")
                        .body()
                        .path("error_code")
                        .asInt())
                .isEqualTo(30006);
    }

    @Test
    void long_texts_and_texts_in_other_alphabets_go_in_several_parts() {
        assertThat(send("a".repeat(160)).text("num_segments")).isEqualTo("1");
        assertThat(send("a".repeat(161)).text("num_segments")).isEqualTo("2");
        assertThat(send("你".repeat(71)).text("num_segments")).isEqualTo("2");
    }

    @Test
    void a_text_from_a_phone_reaches_the_hotline_whose_answer_comes_back() {
        hotline.on("/sms", asked -> "<Message>You said: " + asked.value("Body") + "</Message>");
        caller.text(HOTLINE, "status K-1");
        exchange.runUntilQuiet();
        ScriptedHotline.Asked asked = hotline.lastAsked("/sms");
        assertThat(asked.value("From")).isEqualTo(CALLER);
        assertThat(asked.value("NumMedia")).isEqualTo("0");
        assertThat(asked.value("NumSegments")).isEqualTo("1");
        assertThat(asked.value("SmsSid")).isEqualTo(asked.value("MessageSid"));
        assertThat(caller.messages())
                .extracting(TextMessage::body)
                .containsExactly("status K-1", "You said: status K-1");
    }

    @Test
    void after_stop_nothing_can_be_sent_until_start() {
        hotline.on("/sms", "");
        caller.text(HOTLINE, " stop ");
        exchange.runUntilQuiet();
        assertThat(hotline.lastAsked("/sms").value("Body")).isEqualTo(" stop ");
        assertThat(send("x").text("code")).isEqualTo("21610");
        caller.text(HOTLINE, "START");
        exchange.advance(Duration.ofSeconds(5));
        assertThat(send("x").status()).isEqualTo(201);
    }
}
