package hotline;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.Presence;
import hotline.exchange.Phone;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Callers who wait, or are cut off: whole calls on the built-in network. */
class WaitingCallTest extends BusyHotline {
    @Test
    void place_and_estimate_are_told_on_entry_and_about_once_a_minute() {
        everybodyIsBusy();
        Phone caller = waits();
        rig.pass(Duration.ofSeconds(15));
        assertThat(spoken(caller)).contains("Setelah ini giliran Anda").contains("3 sampai 7 menit");
        int before = caller.words().size();
        rig.pass(Duration.ofSeconds(30));
        assertThat(spokenSince(caller, before)).doesNotContain("menit");

        rig.pass(Duration.ofSeconds(45));

        assertThat(spokenSince(caller, before)).containsOnlyOnce("3 sampai 7 menit");
    }

    @Test
    void when_an_agent_goes_the_caller_hears_why_the_wait_has_grown() {
        Phone sari = rig.agent("sari", "+6281100000002");
        everybodyIsBusy();
        Phone second = rig.exchange().phone("+6281355550002").dial(CallRig.HOTLINE);
        rig.listen(second);
        second.press("0");
        rig.take(sari);
        Phone caller = waits();
        rig.pass(Duration.ofSeconds(15));
        assertThat(spoken(caller)).contains("1 sampai 4 menit");
        int before = caller.words().size();

        rig.core()
                .writer()
                .write(handle -> rig.core()
                        .acd()
                        .desk()
                        .setPresence(handle, "sari", Presence.OFFLINE, Optional.empty(), rig.now()));
        rig.pass(Duration.ofSeconds(80));

        assertThat(spokenSince(caller, before))
                .contains("Jumlah petugas yang bertugas berkurang, jadi waktu tunggunya bertambah.")
                .contains("3 sampai 7 menit");
    }

    @Test
    void a_caller_who_was_cut_off_is_told_that_the_place_is_still_theirs() {
        everybodyIsBusy();
        Phone caller = waits();
        caller.hangUp();
        rig.pass(SHORT);
        Phone other = rig.exchange().phone("+6281355550002").dial(CallRig.HOTLINE);
        rig.listen(other);
        other.press("0");
        rig.pass(Duration.ofMinutes(2));
        int before = caller.words().size();

        rig.dialAndPress("0");
        rig.pass(Duration.ofSeconds(20));

        assertThat(spokenSince(caller, before))
                .contains("giliran Anda tetap kami simpan")
                .contains("Setelah ini giliran Anda");
    }
}
