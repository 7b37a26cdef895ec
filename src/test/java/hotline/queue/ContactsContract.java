package hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.AgentState;
import hotline.agent.Presence;
import hotline.flow.Answer;
import hotline.phone.CallSid;
import hotline.phone.CarrierRequest;
import hotline.phone.Language;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

abstract class ContactsContract extends QueueContract {
    @Test
    void a_caller_is_offered_to_the_free_agent_at_once() {
        centre.agent("ann");
        assertThat(centre.joins(FIRST).exit()).isEqualTo("joined");
        centre.settles();
        assertThat(centre.carrier.asked(CarrierRequest.Dial.class))
                .singleElement()
                .satisfies(dial -> {
                    assertThat(dial.to())
                            .isEqualTo(centre.agentNow("ann").phone().e164());
                    assertThat(dial.path()).isEqualTo("/twilio/agent/" + centre.ringing("ann"));
                    assertThat(dial.statusPath()).isEqualTo(dial.path() + "/status");
                    assertThat(dial.ringSeconds()).isEqualTo(20);
                });
        assertThat(centre.state("ann")).isEqualTo(AgentState.RESERVED);
        assertThat(centre.contact(FIRST).state()).isEqualTo(ContactState.RESERVED);
    }

    @Test
    void a_call_joins_once_however_often_it_asks() {
        centre.agent("ann");
        Answer first = centre.joins(FIRST);
        assertThat(centre.joins(FIRST)).isEqualTo(first);
        assertThat(centre.texts("select cast(id as varchar) from contact")).hasSize(1);
    }

    @Test
    void who_comes_when_nobody_is_there_for_them_is_told_so() {
        centre.agent("ann", List.of(Language.ENGLISH), Set.of(CallCentre.SKILL));
        centre.agent("bob", List.of(Language.INDONESIAN), Set.of("other"));
        centre.agent("cici");
        centre.says("cici", Presence.BREAK);
        assertThat(centre.joins(FIRST)).isEqualTo(Answer.of("nobody"));
        assertThat(centre.newest(FIRST)).isEmpty();
    }

    @Test
    void a_full_queue_takes_nobody_more() {
        centre.agent("ann");
        for (int i = 0; i < SkillRules.USUAL.mostWaiting(); i++) {
            assertThat(centre.joins(new CallSid("CA-full-" + i)).exit()).isEqualTo("joined");
        }
        assertThat(centre.joins(FIRST)).isEqualTo(Answer.of("full"));
    }

    @Test
    void callers_hear_their_place_and_an_estimate_that_is_a_range() {
        centre.agent("ann");
        centre.joins(FIRST);
        centre.clock.tick(Duration.ofSeconds(1));
        assertThat(centre.joins(SECOND).facts())
                .isEqualTo(Map.of(
                        "queue.place", "2",
                        "queue.estimate-low", "6",
                        "queue.estimate-high", "14",
                        "queue.long", "true"));
        assertThat(centre.waits(FIRST).facts()).containsEntry("queue.place", "1");
    }

    @Test
    void the_estimate_follows_what_was_measured_once_there_is_enough() {
        centre.agent("ann");
        for (int i = 0; i < WaitEstimate.LEAST_SAMPLES; i++) {
            CallSid call = new CallSid("CA-done-" + i);
            centre.joins(call);
            centre.presses1(centre.ringing("ann"));
            centre.clock.tick(Duration.ofMinutes(2));
            centre.hangsUp(call);
            centre.clock.tick(Duration.ofMinutes(1));
            centre.does(h -> centre.acd.desk().endWrapUp(h, "ann", "solved", Optional.empty(), centre.now()));
        }
        assertThat(centre.joins(FIRST).facts())
                .containsEntry("queue.estimate-low", "2")
                .containsEntry("queue.estimate-high", "4")
                .containsEntry("queue.long", "false");
    }

    @Test
    void who_has_waited_too_long_is_told_and_is_not_rung_for_anymore() {
        centre.agent("ann");
        centre.joins(FIRST);
        centre.joins(SECOND);
        centre.clock.tick(SkillRules.USUAL.longestWait());
        assertThat(centre.waits(SECOND)).isEqualTo(Answer.of("too-long"));
        assertThat(centre.contact(SECOND).outcome()).contains(ContactOutcome.TIMED_OUT);
        assertThat(centre.waits(SECOND)).isEqualTo(Answer.of("gone"));
    }

    @Test
    void who_waits_when_the_last_agent_goes_is_told_so() {
        centre.agent("ann");
        centre.joins(FIRST);
        centre.joins(SECOND);
        centre.says("ann", Presence.OFFLINE);
        assertThat(centre.waits(SECOND)).isEqualTo(Answer.of("nobody"));
        assertThat(centre.contact(SECOND).outcome()).contains(ContactOutcome.NOBODY);
    }

    @Test
    void a_caller_who_hangs_up_while_an_agent_rings_stops_the_ringing() {
        centre.agent("ann");
        centre.joins(FIRST);
        centre.settles();
        var reservation = centre.ringing("ann");
        centre.hangsUp(FIRST);
        centre.hangsUp(FIRST);
        centre.settles();
        assertThat(centre.contact(FIRST).outcome()).contains(ContactOutcome.ABANDONED);
        assertThat(centre.state("ann")).isEqualTo(AgentState.AVAILABLE);
        assertThat(centre.carrier.asked(CarrierRequest.HangUp.class))
                .containsExactly(new CarrierRequest.HangUp("CA-" + reservation));
        assertThat(centre.answersPhone(reservation)).isEmpty();
        assertThat(centre.presses1(reservation)).isEmpty();
    }

    @Test
    void an_agent_not_yet_dialed_when_the_caller_hangs_up_is_not_dialed() {
        centre.agent("ann");
        centre.joins(FIRST);
        centre.hangsUp(FIRST);
        centre.settles();
        assertThat(centre.carrier.asked(CarrierRequest.Dial.class)).isEmpty();
        assertThat(centre.carrier.asked(CarrierRequest.HangUp.class)).isEmpty();
    }

    @Test
    void a_caller_who_takes_another_way_out_frees_the_agent() {
        centre.agent("ann");
        centre.joins(FIRST);
        Answer left = centre.does(h -> centre.acd.contacts().leave(h, FIRST, centre.now()));
        assertThat(left).isEqualTo(Answer.of("left"));
        assertThat(centre.contact(FIRST).outcome()).contains(ContactOutcome.LEFT);
        assertThat(centre.state("ann")).isEqualTo(AgentState.AVAILABLE);
    }

    @Test
    void a_call_that_is_not_heard_of_anymore_loses_its_place() {
        centre.agent("ann");
        centre.joins(FIRST);
        centre.joins(SECOND);
        centre.passes(Duration.ofMinutes(4));
        centre.waits(SECOND);
        centre.passes(Duration.ofMinutes(2));
        assertThat(centre.contact(FIRST).outcome()).contains(ContactOutcome.LOST);
        assertThat(centre.contact(SECOND).state()).isNotEqualTo(ContactState.DONE);
    }

    @Test
    void the_next_caller_is_offered_as_soon_as_the_agent_has_finished_up() {
        centre.agent("ann");
        centre.joins(FIRST);
        centre.joins(SECOND);
        centre.presses1(centre.ringing("ann"));
        centre.hangsUp(FIRST);
        assertThat(centre.state("ann")).isEqualTo(AgentState.WRAP_UP);
        assertThat(centre.findRinging("ann")).isEmpty();
        centre.passes(SkillRules.USUAL.wrapUp());
        assertThat(centre.contact(SECOND).reservation()).contains(centre.ringing("ann"));
    }

    @Test
    void two_nodes_that_each_missed_the_others_change_look_again() {
        centre.agent("ann");
        centre.says("ann", Presence.BREAK);
        centre.agent("bob");
        centre.joins(FIRST, new hotline.phone.PhoneNumber("+6281111111111"));
        centre.joins(SECOND);
        // What two transactions at once leave behind: a free agent whose own look for contacts saw none.
        centre.does(h -> centre.agents.setPresence(h, "ann", Presence.AVAILABLE, Optional.empty(), centre.now()));
        assertThat(centre.state("ann")).isEqualTo(AgentState.AVAILABLE);
        centre.passes(Duration.ofSeconds(1));
        assertThat(centre.contact(SECOND).reservation()).contains(centre.ringing("ann"));
    }

    @Test
    void the_queue_is_shown_in_order_with_places() {
        centre.agent("ann");
        centre.joins(FIRST);
        centre.clock.tick(Duration.ofSeconds(1));
        centre.joins(SECOND);
        List<ContactView> views = centre.database.read(h -> new ContactViews().list(h));
        assertThat(views).extracting(ContactView::position).containsExactly(Optional.of(1), Optional.of(2));
        assertThat(views).extracting(ContactView::state).containsExactly(ContactState.RESERVED, ContactState.WAITING);
        assertThat(views).extracting(ContactView::agent).containsExactly(Optional.of("ann"), Optional.empty());
        assertThat(views).extracting(ContactView::ticket).containsOnly(Optional.of("123456782"));
    }
}
