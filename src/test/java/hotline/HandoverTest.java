package hotline;

import static hotline.Talk.SARI;
import static hotline.Talk.SHORT;
import static hotline.Talk.spoken;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.AgentState;
import hotline.queue.Consults.Asked;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Callers who are introduced to another agent, handed over or sent on, heard on the phones. */
class HandoverTest {
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
}
