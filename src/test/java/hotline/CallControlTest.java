package hotline;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.AgentState;
import hotline.agent.NewAgent;
import hotline.agent.Role;
import hotline.agent.Skills;
import hotline.exchange.Heard;
import hotline.exchange.Phone;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import hotline.queue.Consults.Asked;
import hotline.queue.Destination;
import hotline.queue.SupervisionMode;
import hotline.queue.SupervisionView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What agents and supervisors do with a call, heard on the phones: who hears whom, and who hears music. */
class CallControlTest {
    private static final Duration SHORT = Duration.ofSeconds(5);
    private static final Destination SARI = new Destination.ToAgent("sari");
    private static final String SARIS_PHONE = "+6281100000002";
    private static final String SUES_PHONE = "+6281100000003";

    /** A caller who talks with Budi, while Sari is free. */
    private static final class Talk implements AutoCloseable {
        final CallRig rig = CallRig.start();
        final Phone budi;
        final Phone sari;
        final Phone caller;

        Talk() {
            rig.openShop();
            budi = rig.agent("budi", CallRig.BUDI);
            caller = rig.dialAndPress("1", "1", "1", "0");
            rig.take(budi);
            sari = rig.agent("sari", SARIS_PHONE);
        }

        Asked asks(Destination whom) {
            Asked asked = rig.write(h -> rig.core().acd().consults().ask(h, "budi", whom, rig.now()));
            rig.pass(SHORT);
            return asked;
        }

        void completes() {
            assertThat(rig.<Boolean>write(h -> rig.core().acd().consults().complete(h, "budi", rig.now())))
                    .isTrue();
            rig.pass(SHORT);
        }

        void cancels() {
            assertThat(rig.<Boolean>write(h -> rig.core().acd().consults().cancel(h, "budi", rig.now())))
                    .isTrue();
            rig.pass(SHORT);
        }

        void holds(boolean hold) {
            assertThat(rig.<Boolean>write(h -> rig.core().acd().controls().hold(h, "budi", hold, rig.now())))
                    .isTrue();
            rig.pass(SHORT);
        }

        /** Whether what one says is heard by another. */
        boolean hears(Phone listener, Phone speaker) {
            String words = "kata " + UUID.randomUUID();
            speaker.say(words);
            rig.pass(Duration.ofSeconds(1));
            return listener.heard().stream().map(Heard::text).anyMatch(words::equals);
        }

        void talk(Phone one, Phone other) {
            assertThat(hears(one, other)).isTrue();
            assertThat(hears(other, one)).isTrue();
        }

        void doNotTalk(Phone one, Phone other) {
            assertThat(hears(one, other)).isFalse();
            assertThat(hears(other, one)).isFalse();
        }

        long musicHeardBy(Phone phone) {
            return phone.heard().stream()
                    .filter(heard ->
                            heard.kind() == Heard.Kind.AUDIO && heard.text().contains("hold"))
                    .count();
        }

        UUID contact() {
            return rig.read(h -> rig.core().agents().get(h, "budi"))
                    .activeContact()
                    .orElseThrow();
        }

        UUID listens(SupervisionMode mode) {
            rig.write(h -> {
                rig.core()
                        .agents()
                        .put(
                                h,
                                new NewAgent(
                                        "sue",
                                        "Sue",
                                        Optional.of(new PhoneNumber(SUES_PHONE)),
                                        List.of(Language.INDONESIAN),
                                        Skills.NONE,
                                        Role.SUPERVISOR),
                                rig.now());
                return true;
            });
            UUID id = rig.<Optional<UUID>>write(
                            h -> rig.core().acd().supervision().listen(h, "sue", contact(), mode, rig.now()))
                    .orElseThrow();
            Phone sue = rig.exchange().phone(SUES_PHONE);
            rig.exchange().advanceUntil(sue::isRinging, Duration.ofSeconds(10));
            sue.answer();
            rig.listen(sue);
            sue.press("1");
            rig.pass(SHORT);
            return id;
        }

        void changes(UUID supervision, SupervisionMode mode) {
            assertThat(rig.<Boolean>write(h -> rig.core().acd().supervision().change(h, supervision, mode, rig.now())))
                    .isTrue();
            rig.pass(SHORT);
        }

        Phone sue() {
            return rig.exchange().phone(SUES_PHONE);
        }

        @Override
        public void close() {
            rig.close();
        }
    }

    private static String spoken(Phone phone) {
        return String.join(" ", phone.words());
    }

    @Test
    void a_caller_on_hold_hears_music_and_then_the_agent_again() {
        try (Talk talk = new Talk()) {
            talk.talk(talk.caller, talk.budi);
            long before = talk.musicHeardBy(talk.caller);
            talk.holds(true);
            talk.doNotTalk(talk.caller, talk.budi);
            assertThat(talk.musicHeardBy(talk.caller)).isGreaterThan(before);
            talk.holds(false);
            talk.talk(talk.caller, talk.budi);
        }
    }

    @Test
    void an_agent_who_is_muted_hears_and_is_not_heard() {
        try (Talk talk = new Talk()) {
            talk.rig.write(h -> talk.rig.core().acd().controls().mute(h, "budi", true, talk.rig.now()));
            talk.rig.pass(SHORT);
            assertThat(talk.hears(talk.caller, talk.budi)).isFalse();
            assertThat(talk.hears(talk.budi, talk.caller)).isTrue();
        }
    }

    @Test
    void a_caller_is_introduced_and_handed_over() {
        try (Talk talk = new Talk()) {
            assertThat(talk.asks(SARI)).isEqualTo(Asked.YES);
            talk.rig.take(talk.sari);
            assertThat(spoken(talk.sari)).contains("budi meminta pendapat Anda soal pesanan yang belum sampai");
            talk.talk(talk.budi, talk.sari);
            talk.doNotTalk(talk.caller, talk.sari);
            talk.doNotTalk(talk.caller, talk.budi);
            talk.completes();
            talk.talk(talk.caller, talk.sari);
            assertThat(talk.budi.isIdle()).isTrue();
            assertThat(talk.rig.state("budi")).isEqualTo(AgentState.WRAP_UP);
            assertThat(talk.rig.tickets().get(0).agent()).contains("sari");
            talk.caller.hangUp();
            talk.rig.pass(SHORT);
            assertThat(talk.sari.isIdle()).isTrue();
            assertThat(talk.rig.state("sari")).isEqualTo(AgentState.WRAP_UP);
        }
    }

    @Test
    void all_three_talk_before_the_caller_is_handed_over() {
        try (Talk talk = new Talk()) {
            talk.asks(SARI);
            talk.rig.take(talk.sari);
            talk.holds(false);
            talk.talk(talk.caller, talk.sari);
            talk.talk(talk.caller, talk.budi);
            talk.budi.hangUp();
            talk.rig.pass(SHORT);
            talk.talk(talk.caller, talk.sari);
            assertThat(talk.rig.state("budi")).isEqualTo(AgentState.WRAP_UP);
        }
    }

    @Test
    void an_introduction_is_called_off_and_the_caller_comes_back() {
        try (Talk talk = new Talk()) {
            talk.asks(SARI);
            talk.rig.take(talk.sari);
            talk.cancels();
            talk.talk(talk.caller, talk.budi);
            assertThat(talk.sari.isIdle()).isTrue();
            assertThat(talk.rig.state("sari")).isEqualTo(AgentState.AVAILABLE);

            talk.asks(SARI);
            assertThat(talk.rig.exchange().advanceUntil(talk.sari::isRinging, SHORT))
                    .isTrue();
            talk.cancels();
            assertThat(talk.sari.isRinging()).isFalse();
            talk.talk(talk.caller, talk.budi);
        }
    }

    @Test
    void a_colleague_who_does_not_want_to_leaves_the_caller_with_the_agent() {
        try (Talk talk = new Talk()) {
            talk.asks(SARI);
            talk.sari.reject();
            talk.rig.pass(SHORT);
            talk.talk(talk.caller, talk.budi);
            assertThat(talk.rig.state("sari")).isEqualTo(AgentState.AVAILABLE);
        }
    }

    @Test
    void a_caller_who_is_sent_on_is_told_so_and_reaches_the_other_agent() {
        try (Talk talk = new Talk()) {
            Asked asked =
                    talk.rig.write(h -> talk.rig.core().acd().transfers().transfer(h, "budi", SARI, talk.rig.now()));
            assertThat(asked).isEqualTo(Asked.YES);
            talk.rig.pass(SHORT);
            assertThat(talk.budi.isIdle()).isTrue();
            assertThat(spoken(talk.caller)).contains("kami sambungkan dengan petugas lain");
            talk.rig.take(talk.sari);
            assertThat(spoken(talk.sari)).contains("Dialihkan oleh budi");
            talk.talk(talk.caller, talk.sari);
        }
    }

    @Test
    void a_caller_who_hangs_up_during_an_introduction_ends_everything() {
        try (Talk talk = new Talk()) {
            talk.asks(SARI);
            assertThat(talk.rig.exchange().advanceUntil(talk.sari::isRinging, SHORT))
                    .isTrue();
            talk.caller.hangUp();
            talk.rig.pass(Duration.ofSeconds(2));
            assertThat(talk.sari.isRinging()).isFalse();
            talk.rig.pass(SHORT);
            assertThat(talk.budi.isIdle()).isTrue();
            assertThat(talk.rig.state("budi")).isEqualTo(AgentState.WRAP_UP);
            assertThat(talk.rig.state("sari")).isEqualTo(AgentState.AVAILABLE);
        }
        try (Talk talk = new Talk()) {
            talk.asks(SARI);
            talk.rig.take(talk.sari);
            talk.caller.hangUp();
            talk.rig.pass(SHORT);
            assertThat(talk.budi.isIdle()).isTrue();
            assertThat(talk.sari.isIdle()).isTrue();
            assertThat(talk.rig.state("sari")).isEqualTo(AgentState.AVAILABLE);
        }
    }

    @Test
    void a_caller_who_hangs_up_while_they_are_sent_on_stops_the_ringing() {
        try (Talk talk = new Talk()) {
            talk.rig.write(h -> talk.rig.core().acd().transfers().transfer(h, "budi", SARI, talk.rig.now()));
            assertThat(talk.rig.exchange().advanceUntil(talk.sari::isRinging, SHORT))
                    .isTrue();
            talk.caller.hangUp();
            talk.rig.pass(Duration.ofSeconds(2));
            assertThat(talk.sari.isRinging()).isFalse();
            assertThat(talk.rig.state("sari")).isEqualTo(AgentState.AVAILABLE);
        }
    }

    @Test
    void a_caller_whose_agent_is_lost_goes_to_the_head_of_the_queue_unless_they_are_done() {
        try (Talk talk = new Talk()) {
            talk.budi.hangUp();
            boolean rings = talk.rig.exchange().advanceUntil(talk.sari::isRinging, Duration.ofSeconds(20));
            assertThat(rings).isTrue();
            assertThat(spoken(talk.caller)).contains("Sambungan dengan petugas terputus");
            talk.rig.take(talk.sari);
            talk.talk(talk.caller, talk.sari);
        }
    }

    @Test
    void a_supervisor_listens_advises_and_joins_in() {
        try (Talk talk = new Talk()) {
            UUID id = talk.listens(SupervisionMode.MONITOR);
            Phone sue = talk.sue();
            assertThat(spoken(sue)).contains("percakapan budi");
            assertThat(talk.hears(sue, talk.caller)).isTrue();
            assertThat(talk.hears(talk.caller, sue)).isFalse();
            assertThat(talk.hears(talk.budi, sue)).isFalse();
            talk.changes(id, SupervisionMode.COACH);
            assertThat(talk.hears(talk.caller, sue)).isFalse();
            assertThat(talk.hears(talk.budi, sue)).isTrue();
            talk.changes(id, SupervisionMode.BARGE);
            talk.talk(talk.caller, sue);
            talk.changes(id, SupervisionMode.MONITOR);
            assertThat(talk.hears(talk.budi, sue)).isFalse();
            talk.caller.hangUp();
            talk.rig.pass(SHORT);
            assertThat(sue.isIdle()).isTrue();
            assertThat(talk.rig
                            .read(h -> talk.rig
                                    .core()
                                    .acd()
                                    .supervision()
                                    .findOpen(h, "sue")
                                    .map(SupervisionView::id))
                            .isEmpty())
                    .isTrue();
        }
    }

    @Test
    void a_supervisor_who_comes_in_to_advise_is_heard_by_the_agent_alone() {
        try (Talk talk = new Talk()) {
            talk.listens(SupervisionMode.COACH);
            assertThat(talk.hears(talk.budi, talk.sue())).isTrue();
            assertThat(talk.hears(talk.caller, talk.sue())).isFalse();
            talk.sue().hangUp();
            talk.rig.pass(SHORT);
            talk.talk(talk.caller, talk.budi);
        }
    }

    @Test
    void a_caller_whom_the_agent_has_let_go_rates_by_key() {
        try (Talk talk = new Talk()) {
            talk.rig.write(h -> talk.rig.core().acd().controls().hangUp(h, "budi", talk.rig.now()));
            talk.rig.listen(talk.caller);
            assertThat(spoken(talk.caller)).contains("Tekan angka 1 sampai 5");
            talk.caller.press("5");
            talk.rig.pass(Duration.ofSeconds(10));
            assertThat(spoken(talk.caller))
                    .contains("Terima kasih atas penilaian Anda", "Ada lagi yang bisa kami bantu");
            List<Integer> scores = talk.rig.read(h -> h.createQuery("select score from rating")
                    .mapTo(Integer.class)
                    .list());
            assertThat(scores).containsExactly(5);
        }
    }

    @Test
    void a_caller_who_hangs_up_gets_a_link_by_sms_that_names_agent_and_ticket() {
        try (Talk talk = new Talk()) {
            talk.caller.hangUp();
            talk.rig.pass(Duration.ofSeconds(10));
            String number = talk.rig.tickets().get(0).number().value();
            String ticket = number.substring(0, 3) + "-" + number.substring(3, 6) + "-" + number.substring(6);
            assertThat(talk.caller.messages())
                    .last()
                    .satisfies(message -> assertThat(message.body()).contains("budi", ticket, "/r/"));
        }
    }
}
