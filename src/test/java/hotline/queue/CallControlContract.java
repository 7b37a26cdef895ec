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

/** Hold, mute, consult and transfer: every move, and what else may happen meanwhile. */
abstract class CallControlContract extends QueueContract {
    private static final Destination BOB = new Destination.ToAgent("bob");
    private static final Destination SALES = new Destination.ToSkill("sales");

    /** Ann talks with the first caller; Bob, who knows about sales only, is free. */
    private UUID annTalks() {
        center.agent("ann");
        center.joins(FIRST);
        UUID reservation = center.ringing("ann");
        center.presses1(reservation);
        center.agent("bob", List.of(Language.ENGLISH), Set.of("sales"));
        return reservation;
    }

    private Asked asks(Destination whom) {
        Asked asked = center.does(h -> center.acd.consults().ask(h, "ann", whom, center.now()));
        center.settles();
        return asked;
    }

    private UUID annTalksWithBob() {
        annTalks();
        asks(BOB);
        UUID reservation = center.ringing("bob");
        center.answersPhone(reservation);
        center.presses1(reservation);
        return reservation;
    }

    private boolean completes() {
        return center.does(h -> center.acd.consults().complete(h, "ann", center.now()));
    }

    private boolean cancels() {
        return center.does(h -> center.acd.consults().cancel(h, "ann", center.now()));
    }

    private Asked transfers(Destination whom) {
        return center.does(h -> center.acd.transfers().transfer(h, "ann", whom, center.now()));
    }

    private boolean holds(boolean hold) {
        return center.does(h -> center.acd.controls().hold(h, "ann", hold, center.now()));
    }

    /** What the carrier was asked about the caller's part, in order: hold or talk. */
    private List<String> caller() {
        center.settles();
        return center.carrier.asked(CarrierRequest.TakePart.class).stream()
                .filter(part -> part.callSid().equals(FIRST.value()))
                .map(part -> part.onHold() ? "hold" : "talk")
                .toList();
    }

    private List<String> hungUp() {
        center.settles();
        return center.carrier.asked(CarrierRequest.HangUp.class).stream()
                .map(CarrierRequest.HangUp::callSid)
                .toList();
    }

    private Contact consult() {
        return center.database.read(h -> h.createQuery("select " + ContactRow.COLUMNS
                        + " from contact where parent_id is not null order by since desc limit 1")
                .map((row, context) -> ContactRow.map(row))
                .one());
    }

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

    @Test
    void a_stuck_agent_is_set_free_and_their_caller_waits_at_the_head() {
        annTalks();
        assertThat(releases("ann")).isTrue();
        assertThat(releases("ann")).isFalse();
        assertThat(center.state("ann")).isNotEqualTo(AgentState.ON_CALL).isNotEqualTo(AgentState.WRAP_UP);
        assertThat(center.contact(FIRST).priority()).isEqualTo(Contact.HEAD);
        assertThat(center.audited()).containsExactly("sue agent-released ");
    }

    @Test
    void an_agent_is_set_free_of_a_ringing_phone_a_wrap_up_and_a_consult() {
        UUID bobs = annTalksWithBob();
        assertThat(releases("bob")).isTrue();
        assertThat(center.state("bob")).isEqualTo(AgentState.AVAILABLE);
        assertThat(hungUp()).contains(CallCenter.agentLeg(bobs).value());
        center.hangsUp(FIRST);
        assertThat(releases("ann")).isTrue();
        assertThat(center.state("ann")).isEqualTo(AgentState.AVAILABLE);
        center.joins(SECOND);
        assertThat(center.state("ann")).isEqualTo(AgentState.RESERVED);
        assertThat(releases("ann")).isTrue();
        assertThat(center.state("ann")).isEqualTo(AgentState.AVAILABLE);
    }

    @Test
    void a_supervisor_moves_a_contact_up_and_has_one_agent_get_it() {
        center.agent("ann");
        center.joins(FIRST);
        UUID ringing = center.ringing("ann");
        center.presses1(ringing);
        center.joins(SECOND);
        hotline.phone.CallSid third = new hotline.phone.CallSid("CA3");
        center.clock.tick(Duration.ofSeconds(1));
        center.joins(third);
        UUID id = center.contact(third).id();
        assertThat(center.<Boolean>does(h -> center.acd.supervisorMoves().moveUp(h, id, "sue", center.now())))
                .isTrue();
        center.agent("cem");
        assertThat(center.contact(third).reservation()).contains(center.ringing("cem"));
        UUID second = center.contact(SECOND).id();
        center.agent("dia", List.of(Language.ENGLISH), Set.of("nothing"));
        assertThat(center.<Boolean>does(
                        h -> center.acd.supervisorMoves().takeFor(h, second, "dia", "sue", center.now())))
                .isTrue();
        assertThat(center.contact(SECOND).reservation()).contains(center.ringing("dia"));
        assertThat(center.audited()).hasSize(2);
    }

    private boolean releases(String username) {
        return center.does(h -> center.acd.supervisorMoves().release(h, username, "sue", center.now()));
    }

    @Test
    void what_one_agent_alone_was_to_get_everybody_may_have_after_a_minute() {
        annTalks();
        center.joins(SECOND);
        UUID waiting = center.contact(SECOND).id();
        center.does(h -> center.acd.supervisorMoves().takeFor(h, waiting, "ann", "sue", center.now()));
        center.agent("cem");
        assertThat(center.findRinging("cem")).isEmpty();
        center.passes(Duration.ofSeconds(60));
        assertThat(center.contact(SECOND).reservation()).contains(center.ringing("cem"));
    }
}
