package hotline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecordTest extends ExchangeTest {

    private void record(String attributes) {
        hotline.on("/voice", "<Record action=\"/recorded\" " + attributes + "/>")
                .on("/recorded", "<Say>Thank you.</Say>");
        caller.dial(HOTLINE);
    }

    @Test
    void what_is_said_is_recorded_until_the_caller_falls_silent() throws IOException, InterruptedException {
        record("timeout=\"3\" recordingStatusCallback=\"/events\"");
        assertThat(caller.heard().get(0).text()).isEqualTo("beep");
        caller.say("Paket saya hilang sejak dua minggu yang lalu."); // 45 characters, three seconds
        seconds(5.9);
        assertThat(hotline.asked("/recorded")).isEmpty();
        seconds(0.2);
        ScriptedHotline.Asked recorded = hotline.lastAsked("/recorded");
        assertThat(recorded.value("RecordingDuration")).isEqualTo("6");
        assertThat(recorded.value("Digits")).isEmpty();
        assertThat(recorded.value("RecordingSid")).startsWith("RE");
        assertThat(hotline.lastAsked("/events").value("RecordingStatus")).isEqualTo("completed");
        assertThat(caller.words()).containsExactly("Thank you.");

        HttpResponse<byte[]> file = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(recorded.value("RecordingUrl")))
                                .build(),
                        BodyHandlers.ofByteArray());
        assertThat(file.headers().firstValue("Content-Type")).contains("audio/wav");
        assertThat(Audio.wavLength(file.body()).orElseThrow()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(7));
        assertThat(rest.get("/Recordings/" + recorded.value("RecordingSid") + ".json")
                        .text("status"))
                .isEqualTo("completed");
        assertThat(rest.delete("/Recordings/" + recorded.value("RecordingSid") + ".json")
                        .status())
                .isEqualTo(204);
        assertThat(rest.get("/Recordings.json").body().path("recordings")).isEmpty();
    }

    @Test
    void when_nobody_says_anything_there_is_no_recording_and_the_next_verb_follows() {
        hotline.on("/voice", "<Record action=\"/recorded\" timeout=\"3\"/><Say>Are you there?</Say>");
        caller.dial(HOTLINE);
        seconds(5);

        assertThat(hotline.asked("/recorded")).isEmpty();
        assertThat(caller.words()).containsExactly("Are you there?");
        assertThat(rest.get("/Recordings.json").body().path("recordings")).isEmpty();
    }

    @Test
    void silence_before_and_after_is_trimmed_when_that_is_asked_for() {
        record("timeout=\"5\" trim=\"trim-silence\"");
        seconds(2);
        caller.say("Paket saya hilang sejak dua minggu yang lalu."); // 45 characters, three seconds
        seconds(9);

        assertThat(hotline.lastAsked("/recorded").value("RecordingDuration")).isEqualTo("3");
    }

    @Test
    void a_key_ends_the_recording() {
        record("finishOnKey=\"#\"");
        seconds(2);
        caller.press("1");
        assertThat(hotline.asked("/recorded")).isEmpty();
        caller.press("#");
        assertThat(hotline.lastAsked("/recorded").value("Digits")).isEqualTo("#");
        assertThat(hotline.lastAsked("/recorded").value("RecordingDuration")).isEqualTo("2");
    }

    @Test
    void the_action_is_asked_also_when_the_caller_has_hung_up() {
        record("");
        seconds(2);
        caller.hangUp();
        exchange.runUntilQuiet();
        assertThat(hotline.lastAsked("/recorded").value("Digits")).isEqualTo("hangup");
        assertThat(hotline.lastAsked("/recorded").value("CallStatus")).isEqualTo("completed");
        assertThat(caller.words()).isEmpty();
    }

    @Test
    void the_greatest_length_ends_it() {
        record("timeout=\"0\" maxLength=\"20\"");
        seconds(19);
        assertThat(hotline.asked("/recorded")).isEmpty();
        seconds(1);
        assertThat(hotline.lastAsked("/recorded").value("RecordingDuration")).isEqualTo("20");
    }
}
