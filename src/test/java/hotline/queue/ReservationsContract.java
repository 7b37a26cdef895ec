package hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.AgentState;
import hotline.agent.Agents;
import hotline.agent.Presence;
import hotline.phone.CallSid;
import hotline.phone.CarrierRequest;
import hotline.phone.Language;
import hotline.store.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class ReservationsContract extends QueueContract {
    private final List<Accepted> accepted = new ArrayList<>();
    private final List<CallSid> left = new ArrayList<>();

    @BeforeAll
    void listen() {
        centre.acd.listen(new QueueListener() {
            @Override
            public void onAccepted(Handle handle, Accepted by, Instant now) {
                accepted.add(by);
            }

            @Override
            public void onAgentLeft(Handle handle, CallSid caller, Instant now) {
                left.add(caller);
            }
        });
    }

    @BeforeEach
    void forget() {
        accepted.clear();
        left.clear();
    }

    @Test
    void an_agent_hears_what_it_is_about_and_takes_it_with_a_key() {
        centre.agent("ann");
        centre.joins(FIRST);
        UUID reservation = centre.ringing("ann");
        centre.clock.tick(Duration.ofSeconds(7));
        Offer offer = new Offer(
                CallCentre.SKILL,
                Language.INDONESIAN,
                Duration.ofSeconds(7),
                Map.of("ticket.number", "123456782"),
                Language.INDONESIAN);
        assertThat(centre.answersPhone(reservation)).contains(offer);
        assertThat(centre.answersPhone(reservation)).contains(offer);
        Accepted taken = new Accepted(reservation, centre.contact(FIRST).room(), FIRST);
        assertThat(centre.presses1(reservation)).contains(taken);
        assertThat(centre.presses1(reservation)).contains(taken);
        assertThat(accepted).containsExactly(taken);
        assertThat(centre.state("ann")).isEqualTo(AgentState.ON_CALL);
        assertThat(centre.waits(FIRST).facts()).isEqualTo(Map.of("queue.room", taken.room(), "agent.name", "ann"));
    }

    @Test
    void only_the_leg_that_took_it_is_told_again_where_to_go() {
        centre.agent("ann");
        centre.joins(FIRST);
        UUID reservation = centre.ringing("ann");
        centre.presses1(reservation);
        Optional<Accepted> other = centre.does(
                h -> centre.acd.reservations().accept(h, reservation, new CallSid("CA-other"), centre.now()));
        assertThat(other).isEmpty();
    }

    @Test
    void a_phone_that_nobody_answers_gives_the_caller_to_the_next_agent_at_the_same_place() {
        centre.agent("ann");
        centre.clock.tick(Duration.ofSeconds(1));
        centre.agent("bob");
        centre.joins(FIRST);
        centre.clock.tick(Duration.ofSeconds(1));
        centre.joins(SECOND);
        centre.legEnds(centre.ringing("ann"), "no-answer");
        assertThat(centre.agentNow("ann").missed()).isEqualTo(1);
        // The second caller was bob's already; the first one waits, and ann is not asked for them again at once.
        assertThat(centre.contact(FIRST).state()).isEqualTo(ContactState.WAITING);
        assertThat(centre.waits(FIRST).facts()).containsEntry("queue.place", "1");
        centre.hangsUp(SECOND);
        assertThat(centre.contact(FIRST).reservation()).contains(centre.ringing("bob"));
    }

    @Test
    void the_only_agent_is_asked_again_after_a_while() {
        centre.agent("ann");
        centre.joins(FIRST);
        UUID first = centre.ringing("ann");
        centre.legEnds(first, "no-answer");
        centre.legEnds(first, "no-answer");
        assertThat(centre.agentNow("ann").missed()).isEqualTo(1);
        centre.passes(SkillRules.USUAL.reofferAfter().minusSeconds(1));
        assertThat(centre.findRinging("ann")).isEmpty();
        centre.passes(Duration.ofSeconds(1));
        assertThat(centre.contact(FIRST).reservation()).contains(centre.ringing("ann"));
    }

    @Test
    void a_phone_that_was_answered_but_where_nobody_pressed_1_was_not_answered() {
        centre.agent("ann");
        centre.joins(FIRST);
        UUID reservation = centre.ringing("ann");
        centre.answersPhone(reservation);
        centre.legEnds(reservation, "completed");
        assertThat(centre.agentNow("ann").missed()).isEqualTo(1);
        assertThat(centre.contact(FIRST).state()).isEqualTo(ContactState.WAITING);
        assertThat(centre.presses1(reservation)).isEmpty();
    }

    @Test
    void a_reservation_ends_by_itself_and_its_leg_is_hung_up() {
        centre.agent("ann");
        centre.joins(FIRST);
        centre.settles();
        UUID reservation = centre.ringing("ann");
        centre.passes(SkillRules.USUAL.expiry());
        assertThat(centre.findRinging("ann")).isEmpty();
        assertThat(centre.carrier.asked(CarrierRequest.HangUp.class))
                .containsExactly(new CarrierRequest.HangUp("CA-" + reservation));
    }

    @Test
    void who_misses_three_in_a_row_is_on_break_and_told_why() {
        centre.agent("ann");
        centre.joins(FIRST);
        for (int i = 1; i <= 3; i++) {
            centre.legEnds(centre.ringing("ann"), "no-answer");
            centre.passes(SkillRules.USUAL.reofferAfter());
        }
        assertThat(centre.state("ann")).isEqualTo(AgentState.ON_BREAK);
        assertThat(centre.agentNow("ann").presenceReason()).contains(Agents.MISSED_CALLS);
        assertThat(centre.waits(FIRST).exit()).isEqualTo("nobody");
        centre.says("ann", Presence.AVAILABLE);
        assertThat(centre.agentNow("ann").missed()).isZero();
        assertThat(centre.agentNow("ann").presenceReason()).isEmpty();
    }

    @Test
    void who_takes_a_call_has_missed_none_in_a_row() {
        centre.agent("ann");
        centre.joins(FIRST);
        centre.legEnds(centre.ringing("ann"), "busy");
        centre.passes(SkillRules.USUAL.reofferAfter());
        centre.presses1(centre.ringing("ann"));
        assertThat(centre.agentNow("ann").missed()).isZero();
    }

    @Test
    void who_refuses_is_not_asked_again_and_has_missed_nothing() {
        centre.agent("ann");
        centre.joins(FIRST);
        UUID reservation = centre.ringing("ann");
        assertThat(centre.refuses(reservation)).isTrue();
        assertThat(centre.refuses(reservation)).isFalse();
        assertThat(centre.agentNow("ann").missed()).isZero();
        assertThat(centre.state("ann")).isEqualTo(AgentState.AVAILABLE);
        assertThat(centre.findRinging("ann")).isEmpty();
        centre.joins(SECOND);
        assertThat(centre.contact(SECOND).reservation()).contains(centre.ringing("ann"));
    }

    @Test
    void a_phone_that_cannot_be_rung_counts_as_missed() {
        centre.carrier.answers("agent-leg", new Reply.Refused(21211, "Invalid 'To' Phone Number"));
        centre.agent("ann");
        centre.joins(FIRST);
        centre.settles();
        assertThat(centre.agentNow("ann").missed()).isEqualTo(1);
        assertThat(centre.texts("select state from reservation")).containsExactly("failed");
    }

    @Test
    void a_leg_that_becomes_known_too_late_is_hung_up_then() {
        centre.agent("ann");
        centre.joins(FIRST);
        UUID reservation = centre.ringing("ann");
        centre.carrier.answers("agent-leg", new Reply.Unknown("time-out"));
        centre.settles();
        centre.hangsUp(FIRST);
        centre.settles();
        assertThat(centre.carrier.asked(CarrierRequest.HangUp.class)).isEmpty();
        centre.passes(Duration.ofMinutes(1));
        assertThat(centre.carrier.asked(CarrierRequest.HangUp.class))
                .containsExactly(new CarrierRequest.HangUp("CA-" + reservation));
    }

    @Test
    void who_answers_after_the_caller_has_gone_is_told_so_and_not_cut_off() {
        centre.agent("ann");
        centre.joins(FIRST);
        UUID reservation = centre.ringing("ann");
        centre.carrier.answers("agent-leg", new Reply.Unknown("time-out"));
        centre.settles();
        centre.hangsUp(FIRST);
        assertThat(centre.answersPhone(reservation)).isEmpty();
        centre.settles();
        assertThat(centre.carrier.asked(CarrierRequest.HangUp.class)).isEmpty();
    }

    @Test
    void the_phone_that_is_being_hung_up_gets_a_moment_before_it_rings_again() {
        centre.agent("ann");
        centre.joins(FIRST);
        centre.joins(SECOND);
        centre.settles();
        centre.hangsUp(FIRST);
        centre.settles();
        assertThat(centre.carrier.asked(CarrierRequest.Dial.class)).hasSize(1);
        centre.passes(Duration.ofSeconds(2));
        assertThat(centre.carrier.asked(CarrierRequest.Dial.class)).hasSize(2);
    }

    @Test
    void when_the_caller_hangs_up_the_agent_finishes_up_and_their_leg_ends() {
        centre.agent("ann");
        centre.joins(FIRST);
        centre.settles();
        UUID reservation = centre.ringing("ann");
        centre.presses1(reservation);
        centre.hangsUp(FIRST);
        centre.hangsUp(FIRST);
        assertThat(centre.contact(FIRST).outcome()).contains(ContactOutcome.ANSWERED);
        assertThat(centre.state("ann")).isEqualTo(AgentState.WRAP_UP);
        assertThat(left).isEmpty();
        centre.passes(Duration.ofSeconds(3));
        assertThat(centre.carrier.asked(CarrierRequest.HangUp.class))
                .containsExactly(new CarrierRequest.HangUp("CA-" + reservation));
    }

    @Test
    void an_agents_leg_that_has_ended_is_not_hung_up() {
        centre.agent("ann");
        centre.joins(FIRST);
        centre.settles();
        UUID reservation = centre.ringing("ann");
        centre.presses1(reservation);
        centre.hangsUp(FIRST);
        centre.legEnds(reservation, "completed");
        centre.passes(Duration.ofSeconds(3));
        assertThat(centre.carrier.asked(CarrierRequest.HangUp.class)).isEmpty();
        assertThat(centre.state("ann")).isEqualTo(AgentState.WRAP_UP);
    }

    @Test
    void when_the_agent_hangs_up_the_callers_call_goes_on() {
        centre.agent("ann");
        centre.joins(FIRST);
        UUID reservation = centre.ringing("ann");
        centre.presses1(reservation);
        centre.legEnds(reservation, "completed");
        centre.legEnds(reservation, "completed");
        assertThat(left).containsExactly(FIRST);
        assertThat(centre.contact(FIRST).outcome()).contains(ContactOutcome.ANSWERED);
        assertThat(centre.waits(FIRST).exit()).isEqualTo("gone");
        centre.clock.tick(Duration.ofSeconds(1));
        assertThat(centre.joins(FIRST).exit()).isEqualTo("joined");
        centre.hangsUp(FIRST);
        assertThat(centre.contact(FIRST).outcome()).contains(ContactOutcome.ABANDONED);
    }

    @Test
    void a_conversation_whose_end_is_never_told_ends_by_itself() {
        centre.agent("ann");
        centre.joins(FIRST);
        centre.presses1(centre.ringing("ann"));
        centre.passes(Duration.ofHours(4));
        assertThat(centre.state("ann")).isEqualTo(AgentState.ON_CALL);
        centre.passes(Duration.ofMinutes(5));
        assertThat(centre.state("ann")).isEqualTo(AgentState.WRAP_UP);
    }

    @Test
    void every_agent_considered_is_kept_with_the_reservation() {
        centre.agent("ann");
        centre.agent("bob", List.of(Language.ENGLISH), Set.of(CallCentre.SKILL));
        centre.joins(FIRST);
        assertThat(centre.texts("select why from reservation"))
                .containsExactly("ann: chosen, idle since 2026-11-23T05:00:00Z; bob: does not speak id");
    }
}
