package hotline;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.exchange.Phone;
import hotline.flow.FlowLoader;
import hotline.flow.VoiceFlows;
import hotline.phone.CallSid;
import hotline.rehearsal.Recorder;
import hotline.rehearsal.Recorder.Recording;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A call is made, becomes an example, and the example passes, with nothing in it that belongs to a person. */
class RecordedCallTest {
    private static final Path FOLDER = Path.of("voice-flows");
    private static final VoiceFlows FLOWS = FlowLoader.load(FOLDER);

    private final CallRig rig = CallRig.start();
    private final RehearsalStage stage = RehearsalStage.open(FLOWS, FOLDER);

    @BeforeEach
    void open_the_shop() {
        rig.openShop();
    }

    @AfterEach
    void close() {
        stage.close();
        rig.close();
    }

    private Recording record(Phone caller) {
        CallSid sid = new CallSid(caller.callSid().orElseThrow());
        caller.hangUp();
        rig.pass(Duration.ofSeconds(5));
        Recording recording = new Recorder(FLOWS, stage.stage())
                .record(rig.core().database(), rig.core().ownOrders(), sid)
                .orElseThrow();
        assertThat(recording.doubt()).as(recording.yaml()).isEmpty();
        return recording;
    }

    @Test
    void a_report_about_the_newest_order() {
        Phone caller = rig.dialAndPress("1", "1", "1");
        rig.listen(caller);

        assertThat(record(caller).yaml())
                .startsWith("# yaml-language-server: $schema=../schema/tests.schema.json\ntest: ")
                .contains("- hear: [welcome, other-language, main-menu]")
                .contains("- hear: [order-late-since, offer-report]")
                .contains("- hear: [ticket-opened, sent-by-sms, anything-else]")
                .contains("ticket: {category: missing-order, status: open}")
                .contains("sms: [ticket-opened]")
                .doesNotContain("QRWXYZ22")
                .doesNotContain("34567890")
                .doesNotContain("JP1234567890");
    }

    @Test
    void a_number_that_was_typed_in_english_after_silence() {
        Phone caller = rig.dialAndPress("9");
        rig.pass(Duration.ofSeconds(30));
        rig.listen(caller);
        caller.press("2");
        rig.listen(caller);
        caller.press("2");
        rig.listen(caller);
        caller.press(
                rig.read(handle -> handle.createQuery("select number_keys from orders where number like '%AB12CD34'")
                                .mapTo(String.class)
                                .one())
                        + "#");
        rig.listen(caller);

        assertThat(record(caller).yaml())
                .contains("- say nothing")
                .contains("hear: [order-found, no-tracking-yet, offer-report]")
                .contains("language: en")
                .doesNotContain("AB12CD34");
    }

    @Test
    void a_conversation_with_an_agent() {
        Phone budi = rig.agent("budi", CallRig.BUDI);
        rig.pass(Duration.ofMinutes(1));
        Phone caller = rig.caller().dial(CallRig.HOTLINE);
        rig.pass(Duration.ofSeconds(5));
        caller.press("0");
        rig.take(budi);
        rig.core().writer().write(handle -> rig.core().acd().controls().hangUp(handle, "budi", rig.now()));
        rig.pass(Duration.ofSeconds(10));
        caller.press("4");
        rig.listen(caller);

        assertThat(record(caller).yaml())
                .contains("- agent answers")
                .contains("- hear: [queue-connected]")
                .contains("- hear: [rate-contact]")
                .contains("{name: Ani}")
                .doesNotContain("budi");
    }

    @Test
    void a_callback_to_another_number() {
        Phone caller = rig.dialAndPress("0", "1", "2", "085755551234#");
        rig.listen(caller);
        caller.press("1");
        rig.pass(Duration.ofSeconds(1));

        assertThat(record(caller).yaml())
                .contains("read-back-number")
                .contains("hear: [callback-booked]")
                .doesNotContain("5755551234");
    }

    @Test
    void a_call_as_if_on_another_day_becomes_a_call_on_that_day() {
        Phone caller = rig.caller().dial(CallRig.HOTLINE, "at=2026-12-25T22:00");
        for (String key : List.of("1", "1", "1")) {
            rig.listen(caller);
            caller.press(key);
        }
        rig.listen(caller);

        assertThat(record(caller).yaml())
                .contains("  at: 2026-12-25T22:00")
                .contains("- hear: [order-late-since, offer-report]");
    }
}
