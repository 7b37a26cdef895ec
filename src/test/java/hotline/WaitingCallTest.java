package hotline;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.AgentState;
import hotline.agent.Presence;
import hotline.exchange.Phone;
import hotline.ticket.Voicemail;
import hotline.twilio.Recordings;
import hotline.twilio.TwilioAccount;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Callers who wait, are cut off, want to be rung back, change their mind, or leave a message: whole calls on the built-in network. */
class WaitingCallTest {
    private static final Duration SHORT = Duration.ofSeconds(5);

    private final CallRig rig = CallRig.start();
    private Phone budi = rig.caller();

    @BeforeEach
    void open_the_shop() {
        rig.openShop();
        budi = rig.agent("budi", CallRig.BUDI);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    /** Budi speaks with somebody else. */
    private Phone everybodyIsBusy() {
        Phone first = rig.exchange().phone("+6281355550001").dial(CallRig.HOTLINE);
        rig.listen(first);
        first.press("0");
        rig.take(budi);
        return first;
    }

    private void budiIsFree(Phone first) {
        first.hangUp();
        rig.pass(SHORT);
        rig.endWrapUp("budi");
    }

    private Phone waits() {
        Phone caller = rig.dialAndPress("0");
        rig.pass(SHORT);
        return caller;
    }

    private Phone booksCallback() {
        Phone caller = waits();
        rig.pass(Duration.ofSeconds(20));
        caller.press("1");
        rig.listen(caller);
        caller.press("1");
        rig.pass(Duration.ofSeconds(20));
        caller.hangUp();
        rig.pass(SHORT);
        return caller;
    }

    private static String spoken(Phone phone) {
        return String.join(" ", phone.words());
    }

    private static String spokenSince(Phone phone, int before) {
        return String.join(" ", phone.words().subList(before, phone.words().size()));
    }

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

    @Test
    void a_caller_with_a_callback_who_rings_in_can_wait_now_instead_and_is_not_rung() {
        Phone first = everybodyIsBusy();
        Phone caller = booksCallback();

        int before = caller.words().size();
        rig.dialAndPress("0");
        rig.listen(caller);
        assertThat(spokenSince(caller, before)).contains("Anda sudah terdaftar untuk kami telepon balik");
        caller.press("1");
        rig.pass(Duration.ofSeconds(15));
        assertThat(spokenSince(caller, before)).contains("Setelah ini giliran Anda");
        budiIsFree(first);
        rig.take(budi);

        assertThat(rig.state("budi")).isEqualTo(AgentState.ON_CALL);
        caller.hangUp();
        rig.pass(SHORT);
        rig.endWrapUp("budi");
        assertThat(rig.exchange().advanceUntil(caller::isRinging, Duration.ofHours(2)))
                .as("rung although served")
                .isFalse();
    }

    @Test
    void a_callback_is_canceled_by_a_key_and_nobody_is_rung() {
        Phone first = everybodyIsBusy();
        Phone caller = booksCallback();

        int before = caller.words().size();
        rig.dialAndPress("0");
        rig.listen(caller);
        caller.press("3");
        rig.listen(caller);
        assertThat(spokenSince(caller, before)).contains("permintaan telepon balik Anda sudah dibatalkan");
        caller.hangUp();
        budiIsFree(first);

        assertThat(rig.exchange().advanceUntil(caller::isRinging, Duration.ofHours(2)))
                .as("rung although canceled")
                .isFalse();
    }

    @Test
    void a_callback_that_is_kept_is_made() {
        Phone first = everybodyIsBusy();
        Phone caller = booksCallback();
        rig.dialAndPress("0");
        rig.listen(caller);
        caller.press("2");
        rig.pass(Duration.ofSeconds(15));
        assertThat(caller.isIdle()).isTrue();

        budiIsFree(first);

        assertThat(rig.exchange().advanceUntil(caller::isRinging, Duration.ofMinutes(3)))
                .isTrue();
    }

    @Test
    void a_customer_is_tried_after_each_pause_of_the_list_and_hears_the_topic_each_time() {
        Phone first = everybodyIsBusy();
        Phone caller = rig.dialAndPress("1", "1", "1", "0");
        rig.pass(Duration.ofSeconds(25));
        caller.press("1");
        rig.listen(caller);
        caller.press("1");
        rig.pass(Duration.ofSeconds(20));
        budiIsFree(first);
        rig.exchange().advanceUntil(caller::isRinging, Duration.ofMinutes(3));
        int before = caller.words().size();
        caller.answer();
        rig.pass(Duration.ofMinutes(1));
        List<String> greetings = caller.words().subList(before, caller.words().size()).stream()
                .filter(words -> words.contains("menelepon balik soal pesanan yang belum sampai"))
                .toList();
        assertThat(greetings).as("greetings that say the topic").hasSize(2);

        caller.hangUp();
        rig.pass(Duration.ofMinutes(9));
        assertThat(caller.isRinging()).isFalse();
        assertThat(rig.exchange().advanceUntil(caller::isRinging, Duration.ofMinutes(2)))
                .isTrue();
        caller.reject();
        rig.pass(Duration.ofMinutes(58));
        assertThat(caller.isRinging()).isFalse();
        assertThat(rig.exchange().advanceUntil(caller::isRinging, Duration.ofMinutes(3)))
                .isTrue();
    }

    private Phone leavesMessage(String words) {
        everybodyIsBusy();
        Phone caller = waits();
        rig.pass(Duration.ofSeconds(20));
        caller.press("2");
        rig.exchange()
                .advanceUntil(
                        () -> caller.heard().stream()
                                .anyMatch(heard -> heard.text().equals("beep")),
                        Duration.ofMinutes(1));
        assertThat(spoken(caller)).contains("Pesan Anda akan direkam.");
        if (!words.isEmpty()) {
            caller.say(words);
            rig.pass(SHORT);
        }
        return caller;
    }

    private List<Voicemail> messages() {
        return rig.read(handle -> rig.core().voicemails().listUnheard(handle, 10));
    }

    private List<String> outcomes(Phone caller) {
        return rig.read(handle -> handle.createQuery("select outcome from contact where caller = :caller")
                .bind("caller", caller.number())
                .mapTo(String.class)
                .list());
    }

    @Test
    void a_message_is_kept_on_a_ticket_and_its_audio_can_be_had_from_the_carrier() {
        Phone caller = leavesMessage("Halo, paket saya sampai sekarang belum datang juga, tolong dicek.");
        caller.press("#");
        rig.pass(SHORT);

        assertThat(spoken(caller)).contains("Pesan Anda sudah kami terima");
        Voicemail message = messages().get(0);
        assertThat(rig.tickets())
                .singleElement()
                .satisfies(ticket -> assertThat(ticket.number()).isEqualTo(message.ticket()));
        assertThat(message.seconds()).isBetween(3, 6);
        assertThat(outcomes(caller)).containsExactly("voicemail");
        TwilioAccount account = new TwilioAccount(
                rig.exchange().settings().accountSid(),
                rig.exchange().settings().authToken(),
                rig.exchange().address());
        assertThat(new String(new Recordings(account).fetch(message.url()), 0, 4, StandardCharsets.US_ASCII))
                .isEqualTo("RIFF");
    }

    @Test
    void a_message_is_kept_also_when_the_caller_just_hangs_up_after_it() {
        leavesMessage("Halo, paket saya sampai sekarang belum datang juga, tolong dicek.")
                .hangUp();
        rig.pass(SHORT);

        assertThat(messages()).hasSize(1);
    }

    @Test
    void who_says_nothing_leaves_nothing() {
        Phone caller = leavesMessage("");
        rig.pass(Duration.ofSeconds(15));

        assertThat(messages()).isEmpty();
        assertThat(rig.tickets()).isEmpty();
        assertThat(outcomes(caller)).containsExactly("left");
    }

    @Test
    void who_hangs_up_instead_of_speaking_leaves_nothing() {
        Phone caller = leavesMessage("");
        rig.pass(Duration.ofSeconds(3));
        caller.hangUp();
        rig.pass(SHORT);

        assertThat(messages()).isEmpty();
        assertThat(rig.tickets()).isEmpty();
    }
}
