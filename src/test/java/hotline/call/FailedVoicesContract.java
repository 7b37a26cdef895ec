package hotline.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.TestClock;
import hotline.flow.Voice;
import hotline.store.Changes;
import hotline.store.Database;
import hotline.store.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Voices that are put aside, on a database of either kind. */
@Timeout(60)
abstract class FailedVoicesContract {
    static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");
    static final Voice WITH_FALLBACK = new Voice("Google.id-ID-Wavenet-A", Optional.of("Google.id-ID-Standard-A"));
    private static final Voice ALONE = Voice.of("Polly.Joanna-Neural");

    final TestClock clock = TestClock.pinned(NOON);
    Database database;
    Writer writer;
    Changes changes;
    private FailedVoices voices;

    abstract Database open();

    @BeforeEach
    void start() {
        database = open();
        writer = new Writer(database, Duration.ofSeconds(20));
        changes = Changes.of(database, writer);
        voices = new FailedVoices(database, changes, clock);
    }

    @AfterEach
    void stop() throws Exception {
        changes.close();
        writer.close();
        database.close();
    }

    boolean putAside(String voice, String code) {
        return writer.write(handle -> voices.putAside(handle, voice, code, clock.instant()));
    }

    @Test
    void the_fallback_speaks_for_an_hour_and_then_the_voice_is_tried_again() {
        assertThat(voices.speaker(WITH_FALLBACK)).isEqualTo("Google.id-ID-Wavenet-A");
        assertThat(putAside(WITH_FALLBACK.name(), "13511")).isTrue();
        voices.follow();

        clock.tick(FailedVoices.ASIDE.minusSeconds(1));
        assertThat(voices.speaker(WITH_FALLBACK)).isEqualTo("Google.id-ID-Standard-A");
        assertThat(voices.list())
                .containsExactly(new FailedVoice(WITH_FALLBACK.name(), "13511", NOON, NOON.plus(FailedVoices.ASIDE)));
        clock.tick(Duration.ofSeconds(1));
        assertThat(voices.speaker(WITH_FALLBACK)).isEqualTo("Google.id-ID-Wavenet-A");
        assertThat(voices.list()).isEmpty();
    }

    @Test
    void who_is_put_aside_is_not_again_until_they_have_failed_again() {
        assertThat(putAside(WITH_FALLBACK.name(), "13511")).isTrue();
        clock.tick(Duration.ofMinutes(59));
        assertThat(putAside(WITH_FALLBACK.name(), "13321")).isFalse();
        clock.tick(Duration.ofMinutes(1));
        assertThat(putAside(WITH_FALLBACK.name(), "13321")).isTrue();
        voices.follow();

        assertThat(voices.list())
                .containsExactly(new FailedVoice(
                        WITH_FALLBACK.name(),
                        "13321",
                        clock.instant(),
                        clock.instant().plus(FailedVoices.ASIDE)));
    }

    @Test
    void a_voice_without_a_fallback_goes_on_and_is_listed() {
        putAside(ALONE.name(), "13511");
        voices.follow();

        assertThat(voices.speaker(ALONE)).isEqualTo(ALONE.name());
        assertThat(voices.speaker(WITH_FALLBACK)).isEqualTo(WITH_FALLBACK.name());
        assertThat(voices.list()).extracting(FailedVoice::name).containsExactly(ALONE.name());
    }

    @Test
    void another_one_is_told_of_it_and_who_starts_later_reads_it() {
        FailedVoices another = new FailedVoices(database, changes, clock);
        // On PostgreSQL, listening begins in its own time; then everything is told.
        putAside(WITH_FALLBACK.name(), "13511");

        await().until(() -> another.speaker(WITH_FALLBACK).equals("Google.id-ID-Standard-A"));
        assertThat(new FailedVoices(database, Changes.NONE, clock).list()).hasSize(1);
    }
}
