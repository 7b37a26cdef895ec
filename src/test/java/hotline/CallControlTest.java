package hotline;

import static hotline.Talk.SHORT;
import static hotline.Talk.spoken;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.exchange.Phone;
import hotline.queue.SupervisionMode;
import hotline.queue.SupervisionView;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What agents and supervisors do with a call, heard on the phones: who hears whom, and who hears music. */
class CallControlTest {
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
