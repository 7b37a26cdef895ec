package hotline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlayTest extends ExchangeTest {

    @Test
    void an_audio_file_lasts_as_long_as_its_header_says() {
        hotline.onRaw(
                        "/music.wav",
                        ctx -> ctx.contentType("audio/wav").result(RecordingsApi.wav(Duration.ofSeconds(20))) != null)
                .on("/voice", "<Gather timeout=\"1\"><Play>/music.wav</Play></Gather><Say>After the music.</Say>");
        caller.dial(HOTLINE);
        assertThat(caller.heard().get(0).kind()).isEqualTo(Heard.Kind.AUDIO);
        assertThat(caller.heard().get(0).audio())
                .isEqualTo(hotline.url("/music.wav").toString());
        seconds(20.9);
        assertThat(caller.words()).isEmpty();
        seconds(0.2);
        assertThat(caller.words()).containsExactly("After the music.");
    }

    @Test
    void a_loop_repeats_and_a_key_stops_it() {
        hotline.on("/voice", "<Gather numDigits=\"1\" action=\"/end\"><Say loop=\"0\">Again.</Say></Gather>")
                .on("/end", "<Hangup/>");
        caller.dial(HOTLINE);
        seconds(2);
        assertThat(caller.words()).hasSizeGreaterThan(3);
        caller.press("1");
        assertThat(caller.isIdle()).isTrue();
    }

    @Test
    void tones_are_played_with_their_pauses() {
        hotline.on("/voice", "<Play digits=\"1w2\"/><Say>Done.</Say>");
        caller.dial(HOTLINE);
        seconds(0.9);
        assertThat(caller.words()).isEmpty();
        seconds(0.1);
        assertThat(caller.words()).containsExactly("Done.");
    }
}
