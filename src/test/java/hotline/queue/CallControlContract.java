package hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.AgentState;
import hotline.phone.CarrierRequest;
import hotline.phone.Language;
import hotline.queue.Consults.Asked;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Hold, mute and consult: every move, and what else may happen meanwhile. */
abstract class CallControlContract extends TalkContract {
    @Test
    void a_caller_is_put_on_hold_and_taken_back() {
        annTalks();
        assertThat(holds(true)).isTrue();
        assertThat(holds(true)).isFalse();
        assertThat(caller()).containsExactly("hold");
        assertThat(holds(false)).isTrue();
        assertThat(caller()).containsExactly("hold", "talk");
        assertThat(center.carrier.asked(CarrierRequest.TakePart.class).get(0).room())
                .isEqualTo(center.contact(FIRST).room());
    }

    @Test
    void of_two_wishes_that_have_not_left_yet_only_the_newest_leaves() {
        annTalks();
        holds(true);
        holds(false);
        assertThat(caller()).containsExactly("talk");
    }

    @Test
    void nothing_is_held_or_muted_without_a_call() {
        center.agent("ann");
        assertThat(holds(true)).isFalse();
        assertThat(center.<Boolean>does(h -> center.acd.controls().mute(h, "ann", true, center.now())))
                .isFalse();
    }

    @Test
    void an_agent_mutes_themselves() {
        UUID reservation = annTalks();
        assertThat(center.<Boolean>does(h -> center.acd.controls().mute(h, "ann", true, center.now())))
                .isTrue();
        center.settles();
        assertThat(center.carrier.asked(CarrierRequest.TakePart.class))
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.callSid())
                            .isEqualTo(CallCenter.agentLeg(reservation).value());
                    assertThat(part.muted()).isTrue();
                    assertThat(part.onHold()).isFalse();
                });
    }

    @Test
    void a_colleague_is_rung_and_told_who_asks_while_the_caller_hears_music() {
        annTalks();
        assertThat(asks(BOB)).isEqualTo(Asked.YES);
        assertThat(asks(BOB)).isEqualTo(Asked.ALREADY);
        assertThat(caller()).containsExactly("hold");
        UUID reservation = center.ringing("bob");
        assertThat(center.answersPhone(reservation).orElseThrow().colleague())
                .contains(new Offer.Colleague("ann", true));
        assertThat(center.presses1(reservation).orElseThrow().room())
                .isEqualTo(center.contact(FIRST).room());
        assertThat(center.state("bob")).isEqualTo(AgentState.ON_CALL);
        assertThat(center.state("ann")).isEqualTo(AgentState.ON_CALL);
    }

    @Test
    void a_consult_is_called_off_while_it_rings_and_while_they_talk() {
        annTalks();
        asks(BOB);
        UUID ringing = center.ringing("bob");
        assertThat(cancels()).isTrue();
        assertThat(center.presses1(ringing)).isEmpty();
        assertThat(center.state("bob")).isEqualTo(AgentState.AVAILABLE);
        assertThat(caller()).containsExactly("hold", "talk");

        center.passes(Duration.ofSeconds(3));
        asks(BOB);
        UUID taken = center.ringing("bob");
        center.presses1(taken);
        assertThat(cancels()).isTrue();
        assertThat(cancels()).isFalse();
        assertThat(center.state("bob")).isEqualTo(AgentState.AVAILABLE);
        assertThat(center.state("ann")).isEqualTo(AgentState.ON_CALL);
        assertThat(caller()).containsExactly("hold", "talk", "hold", "talk");
        assertThat(hungUp()).contains(CallCenter.agentLeg(taken).value());
    }

    @Test
    void a_colleague_who_says_no_is_shown_and_the_caller_comes_back() {
        annTalks();
        asks(BOB);
        center.refuses(center.ringing("bob"));
        assertThat(consult().outcome()).contains(ContactOutcome.REFUSED);
        assertThat(caller()).containsExactly("hold", "talk");
        assertThat(center.state("ann")).isEqualTo(AgentState.ON_CALL);
        assertThat(center.state("bob")).isEqualTo(AgentState.AVAILABLE);
    }

    @Test
    void a_colleague_who_does_not_answer_is_shown_and_the_caller_comes_back() {
        annTalks();
        asks(BOB);
        center.legEnds(center.ringing("bob"), "no-answer");
        assertThat(consult().outcome()).contains(ContactOutcome.TIMED_OUT);
        assertThat(caller()).containsExactly("hold", "talk");
    }

    @Test
    void of_several_with_the_skill_the_next_is_asked_when_one_says_no() {
        annTalks();
        center.agent("cem", List.of(Language.INDONESIAN), Set.of("sales"));
        asks(SALES);
        center.refuses(center.ringing("bob"));
        assertThat(center.findRinging("cem")).isPresent();
        assertThat(caller()).containsExactly("hold");
    }

    @Test
    void who_asks_for_somebody_who_is_not_free_is_told_so_and_keeps_the_caller() {
        annTalks();
        assertThat(asks(new Destination.ToAgent("nobody"))).isEqualTo(Asked.NOBODY);
        assertThat(asks(new Destination.ToSupervisor())).isEqualTo(Asked.NOBODY);
        assertThat(transfers(new Destination.ToAgent("ann"))).isEqualTo(Asked.NOBODY);
        assertThat(caller()).isEmpty();
        assertThat(center.state("ann")).isEqualTo(AgentState.ON_CALL);
    }

    @Test
    void a_colleague_who_hangs_up_leaves_the_caller_with_the_first_agent() {
        UUID bobs = annTalksWithBob();
        center.legEnds(bobs, "completed");
        assertThat(center.state("bob")).isEqualTo(AgentState.AVAILABLE);
        assertThat(center.state("ann")).isEqualTo(AgentState.ON_CALL);
        assertThat(caller()).containsExactly("hold", "talk");
    }

    @Test
    void a_caller_who_hangs_up_ends_the_consult_whether_it_rings_or_not() {
        annTalks();
        asks(BOB);
        center.hangsUp(FIRST);
        assertThat(center.state("ann")).isEqualTo(AgentState.WRAP_UP);
        assertThat(center.state("bob")).isEqualTo(AgentState.AVAILABLE);
        assertThat(consult().outcome()).contains(ContactOutcome.ABANDONED);
        assertThat(hungUp()).hasSize(1);
    }

    @Test
    void a_caller_who_hangs_up_while_the_agents_talk_sets_the_second_free() {
        annTalksWithBob();
        center.hangsUp(FIRST);
        assertThat(center.state("ann")).isEqualTo(AgentState.WRAP_UP);
        assertThat(center.state("bob")).isEqualTo(AgentState.AVAILABLE);
    }

    @Test
    void so_does_one_of_whom_the_carrier_tells_after_the_first_agents_line() {
        UUID anns = annTalks();
        asks(BOB);
        center.presses1(center.ringing("bob"));
        center.legEnds(anns, "completed");
        center.clock.tick(Duration.ofSeconds(1));
        center.hangsUp(FIRST);
        assertThat(center.state("ann")).isEqualTo(AgentState.WRAP_UP);
        assertThat(center.state("bob")).isEqualTo(AgentState.AVAILABLE);
    }

    @Test
    void who_has_spoken_with_a_caller_handed_over_to_them_finishes_up() {
        UUID anns = annTalks();
        asks(BOB);
        center.presses1(center.ringing("bob"));
        center.legEnds(anns, "completed");
        center.clock.tick(Duration.ofSeconds(30));
        center.hangsUp(FIRST);
        assertThat(center.state("bob")).isEqualTo(AgentState.WRAP_UP);
    }
}
