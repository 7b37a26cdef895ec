package hotline;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.exchange.Heard;
import hotline.exchange.Phone;
import hotline.publish.FlowFolder;
import hotline.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sentence was recorded in one language: callers hear the recording, and in the other language the voice. */
class PlayedPromptCallTest {
    private static final String WELCOME_ID = "Selamat datang di Toko Nusantara.";
    private static final String WELCOME_EN = "Welcome to Toko Nusantara.";

    @TempDir
    Path empty;

    private CallRig rig;
    private Duration length = Duration.ZERO;

    @BeforeEach
    void start() throws IOException {
        Path folder = FlowFolder.in(empty).path();
        byte[] music = Files.readAllBytes(folder.resolve("audio/hold.wav"));
        Files.createDirectories(folder.resolve("audio/id"));
        Files.write(folder.resolve("audio/id/welcome.wav"), music);
        length = Duration.ofMillis((music.length - 44) * 1000L / 16_000);
        rig = CallRig.start(TestDatabase.h2Url(), Map.of("HOTLINE_FLOWS", folder.toString()));
        rig.openShop();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private static List<String> sounds(Phone phone) {
        return phone.heard().stream().map(Heard::text).toList();
    }

    @Test
    void callers_hear_it_from_the_carrier_in_its_place_and_the_voice_in_the_other_language() {
        Phone caller = rig.caller().dial(CallRig.HOTLINE);
        Instant began = rig.now();
        rig.exchange().advanceUntil(() -> caller.heard().size() > 1, Duration.ofMinutes(2));

        Heard first = caller.heard().get(0);
        assertThat(first.kind()).isEqualTo(Heard.Kind.AUDIO);
        assertThat(first.text()).isEqualTo("welcome.wav");
        assertThat(first.audio()).isEqualTo(rig.url() + "/audio/id/welcome.wav");
        assertThat(first.inFull()).isTrue();
        assertThat(Duration.between(began, caller.heard().get(1).at()))
                .as("the next sentence begins when the recording has ended")
                .isBetween(length.minusMillis(50), length.plusMillis(50));
        assertThat(caller.words()).doesNotContain(WELCOME_ID);

        caller.press("9");
        rig.listen(caller);
        rig.pass(Duration.ofSeconds(10));
        assertThat(caller.words()).contains(WELCOME_EN);
        assertThat(sounds(caller)).containsOnlyOnce("welcome.wav");
        caller.hangUp();
    }

    @Test
    void one_that_is_put_there_while_the_hotline_runs_is_played_and_one_that_is_taken_away_is_said()
            throws IOException {
        Path audio = empty.resolve("audio");
        Files.createDirectories(audio.resolve("en"));
        Files.move(audio.resolve("id/welcome.wav"), audio.resolve("en/welcome.wav"));
        rig.core().liveFlows().look();

        Phone caller = rig.caller().dial(CallRig.HOTLINE);
        rig.listen(caller);
        rig.pass(Duration.ofSeconds(10));
        assertThat(caller.words()).contains(WELCOME_ID);
        caller.press("9");
        rig.listen(caller);
        rig.pass(Duration.ofSeconds(1));
        assertThat(sounds(caller)).contains("welcome.wav").doesNotContain(WELCOME_EN);
        caller.hangUp();
    }
}
