package hotline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** A voice that is gone says nothing, and the debugger tells. */
class GoneVoiceTest extends ExchangeTest {
    private static final String GONE = "Google.id-ID-Wavenet-A";
    private static final String SAY = "<Say voice=\"" + GONE + "\">Satu.</Say>";

    private JsonNode payload() throws Exception {
        return new ObjectMapper().readTree(hotline.lastAsked("/events").value("Payload"));
    }

    @Test
    void its_sentence_is_not_heard_and_the_next_one_is() throws Exception {
        exchange.tellWarnings(hotline.url("/events"));
        exchange.faults().loseVoice(GONE);
        hotline.on("/voice", SAY + "<Say voice=\"Google.id-ID-Standard-A\">Dua.</Say>");
        caller.dial(HOTLINE);
        seconds(5);

        assertThat(caller.words()).containsExactly("Dua.");
        ScriptedHotline.Asked event = hotline.lastAsked("/events");
        assertThat(event.method()).isEqualTo("POST");
        assertThat(event.value("AccountSid")).isEqualTo(ACCOUNT);
        assertThat(event.value("Sid")).matches("NO[0-9a-f]{32}");
        assertThat(event.value("Level")).isEqualTo("WARNING");
        assertThat(event.value("Timestamp")).isEqualTo(START.toString());
        assertThat(event.headers()).containsKey("X-Twilio-Signature");
        assertThat(payload().path("error_code").asText()).isEqualTo("13511");
        assertThat(payload().path("resource_sid").asText())
                .isEqualTo(hotline.lastAsked("/voice").value("CallSid"));
        assertThat(payload().at("/webhook/request/url").asText())
                .isEqualTo(hotline.url("/voice").toString());
    }

    @Test
    void within_gather_it_is_another_warning_and_keys_still_count() throws Exception {
        exchange.tellWarnings(hotline.url("/events"));
        exchange.faults().loseVoice(GONE);
        hotline.on("/voice", "<Gather numDigits=\"1\" action=\"/end\">" + SAY + "</Gather>")
                .on("/end", "<Say>Good.</Say>");
        caller.dial(HOTLINE);
        assertThat(payload().path("error_code").asText()).isEqualTo("13321");
        caller.press("1");
        seconds(2);

        assertThat(caller.words()).containsExactly("Good.");
    }

    @Test
    void nobody_is_told_where_no_address_is_set_and_it_can_come_back() {
        exchange.faults().loseVoice(GONE);
        hotline.on("/voice", SAY);
        caller.dial(HOTLINE);
        seconds(2);
        assertThat(caller.words()).isEmpty();
        assertThat(hotline.asked("/events")).isEmpty();

        exchange.faults().heal();
        caller.dial(HOTLINE);
        seconds(2);
        assertThat(caller.words()).containsExactly("Satu.");
    }
}
