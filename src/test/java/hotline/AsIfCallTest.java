package hotline;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import hotline.agent.Presence;
import hotline.exchange.Phone;
import hotline.publish.FlowFolder;
import hotline.store.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The hotline is rung as if it were another time; its agents go home in the evening. */
class AsIfCallTest {
    private static final String CLOSED = "Saat ini di luar jam layanan petugas kami.";
    private static final Duration UNTIL_MIDNIGHT = Duration.ofHours(14);

    @TempDir
    Path empty;

    private CallRig rig;

    @BeforeEach
    void start() {
        FlowFolder folder = FlowFolder.in(empty).edit("queues.yaml", "hours: always", "hours: office");
        rig = CallRig.start(
                TestDatabase.h2Url(), Map.of("HOTLINE_FLOWS", folder.path().toString()));
        rig.openShop();
        rig.agent("budi", CallRig.BUDI);
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    /** Asks for a human at once. */
    private Phone rings(String voiceQuery) {
        Phone caller = rig.caller().dial(CallRig.HOTLINE, voiceQuery);
        rig.listen(caller);
        caller.press("0");
        rig.pass(Duration.ofSeconds(5));
        return caller;
    }

    private static String heard(Phone phone) {
        return String.join(" ", phone.words());
    }

    private boolean budiIsRung() {
        rig.pass(Duration.ofSeconds(10));
        return rig.exchange().phone(CallRig.BUDI).isRinging();
    }

    private List<String> rehearsals() {
        return rig.read(handle -> handle.createQuery("select detail from call_event where kind = 'as-if'")
                .mapTo(String.class)
                .list());
    }

    @Test
    void in_the_morning_as_if_at_night_on_a_holiday_nobody_is_there() {
        assertThat(heard(rings("at=2026-12-25T22:00"))).contains(CLOSED);
        assertThat(rehearsals()).containsExactly("2026-12-25 22:00");
        assertThat(budiIsRung()).isFalse();
    }

    @Test
    void at_night_as_if_in_the_morning_the_caller_is_put_through() {
        rig.pass(UNTIL_MIDNIGHT);
        assertThat(heard(rings("at=2026-11-23T10:00"))).doesNotContain(CLOSED);
        assertThat(budiIsRung()).isTrue();
        rig.take(rig.exchange().phone(CallRig.BUDI));
        assertThat(rig.caller().isTalking()).isTrue();
    }

    @Test
    void who_waits_at_night_as_if_in_the_morning_does_not_hear_that_it_is_late() {
        rig.pass(UNTIL_MIDNIGHT);
        Phone caller = rings("at=2026-11-23T10:00");
        rig.write(handle ->
                rig.core().acd().desk().setPresence(handle, "budi", Presence.OFFLINE, Optional.empty(), rig.now()));
        rig.pass(Duration.ofMinutes(2));
        assertThat(heard(caller)).contains("tekan 1").doesNotContain(CLOSED);
    }

    @Test
    void the_time_that_passes_in_the_call_passes_then_too() {
        Phone caller = rig.caller().dial(CallRig.HOTLINE, "at=2026-11-24T21:59:59");
        rig.pass(Duration.ofSeconds(2));
        caller.press("0");
        rig.pass(Duration.ofSeconds(5));
        assertThat(heard(caller)).contains(CLOSED);
    }

    @Test
    void only_the_hours_are_of_another_time() {
        rings("at=2026-12-25T22:00");
        assertThat(rig.<Instant>read(handle -> handle.createQuery("select max(happened_at) from call_event")
                        .mapTo(Instant.class)
                        .one()))
                .isBetween(CallRig.MORNING, rig.now());
    }

    @Test
    void a_time_that_is_none_is_told_to_who_reads_the_log() {
        Logger logger = (Logger) LoggerFactory.getLogger("hotline.twilio.VoiceQuestion");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        try {
            rings("at=nonsense");
        } finally {
            logger.detachAppender(log);
        }
        assertThat(log.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.WARN);
            assertThat(event.getFormattedMessage())
                    .endsWith("its address says at=nonsense, which is no time from 2000 to 2099; answered as of now");
        });
    }

    @Test
    void a_time_that_is_none_is_an_ordinary_call() {
        for (String query : List.of("at=nonsense", "at=9999-12-25T22:00", "at=2026-02-30T22:00", "at=")) {
            Phone caller = rings(query);
            assertThat(heard(caller)).doesNotContain(CLOSED);
            assertThat(budiIsRung()).as(query).isTrue();
            caller.hangUp();
            rig.pass(Duration.ofSeconds(5));
        }
        assertThat(rehearsals()).isEmpty();
        rig.pass(UNTIL_MIDNIGHT);
        assertThat(heard(rings("at=nonsense"))).contains(CLOSED);
    }
}
