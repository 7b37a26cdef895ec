package hotline;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.exchange.Phone;
import hotline.flow.FlowLoader;
import hotline.flow.VoiceFlows;
import hotline.store.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A draft of the flows is rung before it is live. */
class DraftCallTest {
    private static final String OTHER_WELCOME = "Halo dari draf.";
    private static final String CLOSED = "Saat ini di luar jam layanan petugas kami.";
    private static final String OTHER_QUESTION = "Pesanan yang mana?";

    private CallRig rig;
    private String draft = "";

    @BeforeEach
    void start() {
        rig = CallRig.start(TestDatabase.h2Url(), Map.of());
        rig.openShop();
        Map<String, String> files = new TreeMap<>(rig.core().flows().sources());
        files.computeIfPresent(
                "prompts/id.yaml",
                (file, text) -> text.replaceFirst("(?m)^welcome: .*$", "welcome: " + OTHER_WELCOME)
                        .replaceFirst(
                                "(?m)^ask-order-number: >-\n(  .*\n)+", "ask-order-number: " + OTHER_QUESTION + "\n"));
        draft = keep(files);
    }

    private String keep(Map<String, String> changed) {
        Map<String, String> files = new TreeMap<>(rig.core().flows().sources());
        files.putAll(changed);
        VoiceFlows flows = FlowLoader.load(files);
        return rig.core()
                .writer()
                .write(handle -> rig.core()
                        .liveFlows()
                        .publisher()
                        .keep(handle, flows, rig.core().clock().instant()));
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private String hears(String from, String voiceQuery) {
        Phone phone = rig.exchange().phone(from).dial(CallRig.HOTLINE, voiceQuery);
        rig.listen(phone);
        return String.join(" ", phone.words());
    }

    private List<String> drafts() {
        return rig.read(handle -> handle.createQuery("select detail from call_event where kind = 'draft'")
                .mapTo(String.class)
                .list());
    }

    @Test
    void who_rings_the_draft_hears_it_and_nobody_else_does() {
        assertThat(hears("+6281298760001", "flows=" + draft)).contains(OTHER_WELCOME);
        assertThat(drafts()).containsExactly(draft);
        assertThat(hears("+6281298760002", "")).doesNotContain(OTHER_WELCOME);
        assertThat(drafts()).containsExactly(draft);
    }

    @Test
    void a_call_that_began_on_the_draft_goes_on_with_it() {
        Phone phone = rig.exchange().phone("+6281298760001").dial(CallRig.HOTLINE, "flows=" + draft);
        rig.listen(phone);
        phone.press("1");
        rig.listen(phone);
        assertThat(String.join(" ", phone.words())).contains(OTHER_QUESTION);
    }

    /** Asks for a human at once. */
    private String hearsOfHumans(String from, String voiceQuery) {
        Phone phone = rig.exchange().phone(from).dial(CallRig.HOTLINE, voiceQuery);
        rig.listen(phone);
        phone.press("0");
        rig.pass(Duration.ofSeconds(5));
        phone.hangUp();
        rig.pass(Duration.ofSeconds(5));
        return String.join(" ", phone.words());
    }

    private static Map<String, String> hours(String special) {
        String open = ": {zone: Asia/Jakarta, mon-sun: \"00:00-24:00\"}\n";
        return Map.of(
                "hours.yaml",
                "office" + open + "always:\n  zone: Asia/Jakarta\n  mon-sun: \"00:00-24:00\"\n  special:\n  " + special
                        + "\n");
    }

    @Test
    void the_hours_of_the_draft_are_tried_at_another_time_and_now() {
        rig.agent("budi", CallRig.BUDI);
        String holiday = "at=2027-03-01T10:00";
        String kept = keep(hours("  2027-03-01: closed"));
        assertThat(hearsOfHumans("+6281298760001", holiday)).doesNotContain(CLOSED);
        assertThat(hearsOfHumans("+6281298760002", "flows=" + kept)).doesNotContain(CLOSED);
        assertThat(hearsOfHumans("+6281298760003", "flows=" + kept + "&" + holiday))
                .contains(CLOSED);
        assertThat(hearsOfHumans("+6281298760004", "flows=" + keep(hours("  2026-11-23: closed"))))
                .contains(CLOSED);
        assertThat(hearsOfHumans("+6281298760005", "")).doesNotContain(CLOSED);
    }

    @Test
    void a_version_that_nobody_kept_rings_what_is_live_and_is_a_rehearsal_nevertheless() {
        String live = hears("+6281298760001", "");
        assertThat(hears("+6281298760002", "flows=0123456789ab")).isEqualTo(live);
        assertThat(hears("+6281298760003", "flows=ABC-")).isEqualTo(live);
        assertThat(drafts()).isEmpty();
        List<String> rehearsed = rig.read(handle -> handle.createQuery("select caller from call where rehearsal")
                .mapTo(String.class)
                .list());
        assertThat(rehearsed).containsExactly("+6281298760002");
    }
}
