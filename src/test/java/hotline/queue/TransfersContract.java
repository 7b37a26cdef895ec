package hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.AgentState;
import hotline.queue.Consults.Asked;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Callers who come to another agent, or lose the one they have. */
abstract class TransfersContract extends TalkContract {
    @Test
    void a_caller_is_handed_over_and_the_first_agent_finishes_up() {
        UUID bobs = annTalksWithBob();
        Contact before = center.contact(FIRST);
        center.clock.tick(Duration.ofSeconds(1));
        assertThat(completes()).isTrue();
        assertThat(completes()).isFalse();
        assertThat(caller()).containsExactly("hold", "talk");
        assertThat(center.state("ann")).isEqualTo(AgentState.WRAP_UP);
        assertThat(center.state("bob")).isEqualTo(AgentState.ON_CALL);
        Contact after = center.agentNow("bob")
                .activeContact()
                .map(id -> center.database.read(h -> new ContactRepository().get(h, id)))
                .orElseThrow();
        assertThat(after.kind()).isEqualTo(ContactKind.LIVE);
        assertThat(after.call()).isEqualTo(FIRST);
        assertThat(after.room()).isEqualTo(before.room());
        assertThat(after.links().continues()).contains(before.id());
        assertThat(hungUp()).hasSize(1).doesNotContain(CallCenter.agentLeg(bobs).value());

        center.hangsUp(FIRST);
        assertThat(center.state("bob")).isEqualTo(AgentState.WRAP_UP);
    }

    @Test
    void an_agent_who_hangs_up_with_a_colleague_on_the_line_has_handed_the_caller_over() {
        UUID anns = annTalks();
        asks(BOB);
        center.presses1(center.ringing("bob"));
        center.legEnds(anns, "completed");
        assertThat(center.state("ann")).isEqualTo(AgentState.WRAP_UP);
        assertThat(center.state("bob")).isEqualTo(AgentState.ON_CALL);
        assertThat(caller()).endsWith("talk");
        assertThat(center.waits(FIRST).exit()).isEqualTo("connect");
    }

    @Test
    void a_caller_who_is_sent_on_waits_at_the_head_for_the_other_skill() {
        annTalks();
        center.says("bob", hotline.agent.Presence.BREAK);
        assertThat(transfers(SALES)).isEqualTo(Asked.YES);
        assertThat(center.state("ann")).isEqualTo(AgentState.WRAP_UP);
        Contact again = center.contact(FIRST);
        assertThat(again.state()).isEqualTo(ContactState.WAITING);
        assertThat(again.skill()).isEqualTo("sales");
        assertThat(again.priority()).isEqualTo(Contact.HEAD);
        assertThat(transfers(SALES)).isEqualTo(Asked.NO_CALLER);
    }

    @Test
    void one_agent_gets_a_caller_who_is_sent_on_to_them_and_everybody_else_when_they_do_not_want_to() {
        annTalks();
        transfers(BOB);
        UUID ringing = center.ringing("bob");
        assertThat(center.answersPhone(ringing).orElseThrow().colleague()).contains(new Offer.Colleague("ann", false));
        center.agent("cem");
        assertThat(center.findRinging("cem")).isEmpty();
        center.refuses(ringing);
        assertThat(center.findRinging("cem")).isPresent();
    }

    @Test
    void a_caller_whose_agent_is_lost_waits_again_at_the_head_with_the_time_they_had() {
        UUID reservation = annTalks();
        Contact before = center.contact(FIRST);
        center.joins(SECOND);
        center.clock.tick(Duration.ofSeconds(9));
        center.legEnds(reservation, "completed");
        assertThat(center.waits(FIRST).exit()).isEqualTo("cut-off");
        center.joins(FIRST);
        Contact again = center.contact(FIRST);
        assertThat(again.since()).isEqualTo(before.since());
        assertThat(again.links().continues()).contains(before.id());
        center.agent("cem");
        assertThat(center.contact(FIRST).reservation()).contains(center.ringing("cem"));
    }

    @Test
    void an_agent_who_is_done_lets_the_caller_go_on_without_them() {
        annTalks();
        assertThat(center.<Boolean>does(h -> center.acd.controls().hangUp(h, "ann", center.now())))
                .isTrue();
        assertThat(center.waits(FIRST).exit()).isEqualTo("gone");
        assertThat(center.state("ann")).isEqualTo(AgentState.WRAP_UP);
    }
}
