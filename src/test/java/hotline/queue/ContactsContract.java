package hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.AgentState;
import hotline.agent.Presence;
import hotline.flow.Answer;
import hotline.phone.CallSid;
import hotline.phone.CarrierRequest;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

abstract class ContactsContract extends QueueContract {
    @Test
    void a_caller_is_offered_to_the_free_agent_at_once() {
        center.agent("ann");
        assertThat(center.joins(FIRST).exit()).isEqualTo("joined");
        center.settles();
        assertThat(center.carrier.asked(CarrierRequest.Dial.class))
                .singleElement()
                .satisfies(dial -> {
                    assertThat(dial.to())
                            .isEqualTo(center.agentNow("ann").getEndpoint().address());
                    assertThat(dial.path()).isEqualTo("/twilio/agent/" + center.ringing("ann"));
                    assertThat(dial.statusPath()).isEqualTo(dial.path() + "/status");
                    assertThat(dial.ringSeconds()).isEqualTo(20);
                });
        assertThat(center.state("ann")).isEqualTo(AgentState.RESERVED);
        assertThat(center.contact(FIRST).state()).isEqualTo(ContactState.RESERVED);
    }

    @Test
    void a_call_joins_once_however_often_it_asks() {
        center.agent("ann");
        Answer first = center.joins(FIRST);
        assertThat(center.joins(FIRST)).isEqualTo(first);
        assertThat(center.texts("select cast(id as varchar) from contact")).hasSize(1);
    }

    @Test
    void who_comes_when_nobody_is_there_for_them_is_told_so() {
        center.agent("ann", List.of(Language.ENGLISH), Set.of(CenterRules.SKILL));
        center.agent("bob", List.of(Language.INDONESIAN), Set.of("other"));
        center.agent("cici");
        center.says("cici", Presence.BREAK);
        assertThat(center.joins(FIRST)).isEqualTo(Answer.of("nobody"));
        assertThat(center.newest(FIRST)).isEmpty();
    }

    @Test
    void a_full_queue_takes_nobody_more() {
        center.agent("ann");
        for (int i = 0; i < SkillRules.USUAL.mostWaiting(); i++) {
            assertThat(center.joins(new CallSid("CA-full-" + i)).exit()).isEqualTo("joined");
        }
        assertThat(center.joins(FIRST)).isEqualTo(Answer.of("full"));
    }

    @Test
    void callers_hear_their_place_and_an_estimate_that_is_a_range() {
        center.agent("ann");
        center.joins(FIRST);
        center.clock.tick(Duration.ofSeconds(1));
        assertThat(center.joins(SECOND).facts())
                .isEqualTo(Map.of(
                        "queue.place", "2",
                        "queue.agents", "1",
                        "queue.estimate-low", "6",
                        "queue.estimate-high", "14",
                        "queue.long", "true"));
        assertThat(center.waits(FIRST).facts()).containsEntry("queue.place", "1");
    }

    @Test
    void the_estimate_follows_what_was_measured_once_there_is_enough() {
        enoughAreServed();
        center.joins(FIRST);
        center.clock.tick(Duration.ofSeconds(1));
        assertThat(center.joins(SECOND).facts())
                .containsEntry("queue.estimate-low", "4")
                .containsEntry("queue.estimate-high", "8");
    }

    @Test
    void what_was_measured_in_rehearsals_tells_nothing() {
        enoughAreServed();
        center.does(h -> h.execute("""
                insert into call (call_sid, kind, turn, status, flow_version, language, started_at, rehearsal)
                select call_sid, 'caller', 1, 'completed', 'v', 'id', since, true from contact"""));
        center.joins(FIRST);
        center.clock.tick(Duration.ofSeconds(1));
        assertThat(center.joins(SECOND).facts())
                .containsEntry("queue.estimate-low", "6")
                .containsEntry("queue.estimate-high", "14");
    }

    private void enoughAreServed() {
        center.agent("ann");
        for (int i = 0; i < WaitEstimate.LEAST_SAMPLES; i++) {
            CallSid call = new CallSid("CA-done-" + i);
            center.joins(call);
            center.presses1(center.ringing("ann"));
            center.clock.tick(Duration.ofMinutes(2));
            center.hangsUp(call);
            center.clock.tick(Duration.ofMinutes(1));
            center.does(h -> center.acd.desk().endWrapUp(h, "ann", "solved", Optional.empty(), center.now()));
        }
    }

    @Test
    void who_is_being_connected_hears_that_and_no_estimate() {
        center.agent("ann");
        assertThat(center.joins(FIRST).facts())
                .isEqualTo(Map.of("queue.place", "1", "queue.ringing", "true", "queue.long", "false"));
        center.refusesAtDesk("ann");
        assertThat(center.waits(FIRST).facts())
                .containsEntry("queue.estimate-low", "3")
                .doesNotContainKey("queue.ringing");
    }

    @Test
    void who_has_waited_too_long_is_told_and_is_not_rung_for_anymore() {
        center.agent("ann");
        center.joins(FIRST);
        center.joins(SECOND);
        center.clock.tick(SkillRules.USUAL.longestWait());
        assertThat(center.waits(SECOND)).isEqualTo(Answer.of("too-long"));
        assertThat(center.contact(SECOND).outcome()).contains(ContactOutcome.TIMED_OUT);
        assertThat(center.waits(SECOND)).isEqualTo(Answer.of("gone"));
    }

    @Test
    void who_waits_when_the_last_agent_goes_is_told_so() {
        center.agent("ann");
        center.joins(FIRST);
        center.joins(SECOND);
        center.says("ann", Presence.OFFLINE);
        assertThat(center.waits(SECOND)).isEqualTo(Answer.of("nobody"));
        assertThat(center.contact(SECOND).outcome()).contains(ContactOutcome.NOBODY);
    }

    @Test
    void a_caller_who_hangs_up_while_an_agent_rings_stops_the_ringing() {
        center.agent("ann");
        center.joins(FIRST);
        center.settles();
        var reservation = center.ringing("ann");
        center.hangsUp(FIRST);
        center.hangsUp(FIRST);
        center.settles();
        assertThat(center.contact(FIRST).outcome()).contains(ContactOutcome.ABANDONED);
        assertThat(center.state("ann")).isEqualTo(AgentState.AVAILABLE);
        assertThat(center.carrier.asked(CarrierRequest.HangUp.class))
                .containsExactly(new CarrierRequest.HangUp(FakeCarrier.leg("agent-leg:" + reservation)));
        assertThat(center.answersPhone(reservation)).isEmpty();
        assertThat(center.presses1(reservation)).isEmpty();
    }

    @Test
    void an_agent_not_yet_dialed_when_the_caller_hangs_up_is_not_dialed() {
        center.agent("ann");
        center.joins(FIRST);
        center.hangsUp(FIRST);
        center.settles();
        assertThat(center.carrier.asked(CarrierRequest.Dial.class)).isEmpty();
        assertThat(center.carrier.asked(CarrierRequest.HangUp.class)).isEmpty();
    }

    @Test
    void a_caller_who_takes_another_way_out_frees_the_agent() {
        center.agent("ann");
        center.joins(FIRST);
        Answer left = center.does(h -> center.acd.contacts().leave(h, FIRST, center.now()));
        assertThat(left).isEqualTo(Answer.of("left"));
        assertThat(center.contact(FIRST).outcome()).contains(ContactOutcome.LEFT);
        assertThat(center.state("ann")).isEqualTo(AgentState.AVAILABLE);
    }

    @Test
    void a_call_that_is_not_heard_of_anymore_loses_its_place() {
        center.agent("ann");
        center.joins(FIRST);
        center.joins(SECOND);
        center.passes(Duration.ofMinutes(4));
        center.waits(SECOND);
        center.passes(Duration.ofMinutes(2));
        assertThat(center.contact(FIRST).outcome()).contains(ContactOutcome.LOST);
        assertThat(center.contact(SECOND).state()).isNotEqualTo(ContactState.DONE);
    }

    @Test
    void the_next_caller_is_offered_as_soon_as_the_agent_has_finished_up() {
        center.agent("ann");
        center.joins(FIRST);
        center.joins(SECOND);
        center.presses1(center.ringing("ann"));
        center.hangsUp(FIRST);
        assertThat(center.state("ann")).isEqualTo(AgentState.WRAP_UP);
        assertThat(center.findRinging("ann")).isEmpty();
        center.passes(SkillRules.USUAL.wrapUp());
        assertThat(center.contact(SECOND).reservation()).contains(center.ringing("ann"));
    }

    @Test
    void two_nodes_that_each_missed_the_others_change_look_again() {
        center.agent("ann");
        center.says("ann", Presence.BREAK);
        center.agent("bob");
        center.joins(FIRST, new PhoneNumber("+6281111111111"));
        center.joins(SECOND);
        // What two transactions at once leave behind: a free agent whose own look for contacts saw none.
        center.does(h -> center.agents.setPresence(h, "ann", Presence.AVAILABLE, Optional.empty(), center.now()));
        assertThat(center.state("ann")).isEqualTo(AgentState.AVAILABLE);
        center.passes(Duration.ofSeconds(1));
        assertThat(center.contact(SECOND).reservation()).contains(center.ringing("ann"));
    }

    @Test
    void the_queue_is_shown_in_order_with_places() {
        center.agent("ann");
        center.joins(FIRST);
        center.clock.tick(Duration.ofSeconds(1));
        center.joins(SECOND);
        List<ContactView> views = center.database.read(h -> center.acd.views().list(h, center.now()));
        assertThat(views).extracting(ContactView::position).containsExactly(Optional.of(1), Optional.of(2));
        assertThat(views).extracting(ContactView::state).containsExactly(ContactState.RESERVED, ContactState.WAITING);
        assertThat(views).extracting(ContactView::agent).containsExactly(Optional.of("ann"), Optional.empty());
        assertThat(views).extracting(ContactView::ticket).containsOnly(Optional.of("123456782"));
    }
}
