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

/** Contacts offered to agents: taken, refused, not answered. */
abstract class ReservationsContract extends QueueContract {
    private final List<Accepted> accepted = new ArrayList<>();

    @BeforeAll
    void listen() {
        center.acd.listen(new QueueListener() {
            @Override
            public void onAccepted(Handle handle, Accepted by, Instant now) {
                accepted.add(by);
            }

            @Override
            public void onAgentLeft(Handle handle, CallSid caller, Instant now) {}

            @Override
            public void onCallOver(Handle handle, CallSid caller, Instant now) {}

            @Override
            public void onHandedOver(Handle handle, CallSid caller, String agent, Instant now) {}
        });
    }

    @BeforeEach
    void forget() {
        accepted.clear();
    }

    @Test
    void an_agent_hears_what_it_is_about_and_takes_it_with_a_key() {
        center.agent("ann");
        center.joins(FIRST);
        UUID reservation = center.ringing("ann");
        center.clock.tick(Duration.ofSeconds(7));
        Offer offer = new Offer(
                CenterRules.SKILL,
                Language.INDONESIAN,
                Duration.ofSeconds(7),
                Map.of("ticket.number", "123456782"),
                Language.INDONESIAN,
                Optional.empty());
        assertThat(center.answersPhone(reservation)).contains(offer);
        assertThat(center.answersPhone(reservation)).contains(offer);
        Accepted taken = new Accepted(reservation, center.contact(FIRST).room(), FIRST);
        assertThat(center.presses1(reservation)).contains(taken);
        assertThat(center.presses1(reservation)).contains(taken);
        assertThat(accepted).containsExactly(taken);
        assertThat(center.state("ann")).isEqualTo(AgentState.ON_CALL);
        assertThat(center.waits(FIRST).facts()).isEqualTo(Map.of("queue.room", taken.room(), "agent.name", "ann"));
    }

    @Test
    void only_the_leg_that_took_it_is_told_again_where_to_go() {
        center.agent("ann");
        center.joins(FIRST);
        UUID reservation = center.ringing("ann");
        center.presses1(reservation);
        Optional<Accepted> other = center.does(
                h -> center.acd.reservations().accept(h, reservation, new CallSid("CA-other"), center.now()));
        assertThat(other).isEmpty();
    }

    @Test
    void a_phone_that_nobody_answers_gives_the_caller_to_the_next_agent_at_the_same_place() {
        center.agent("ann");
        center.clock.tick(Duration.ofSeconds(1));
        center.agent("bob");
        center.joins(FIRST);
        center.clock.tick(Duration.ofSeconds(1));
        center.joins(SECOND);
        center.legEnds(center.ringing("ann"), "no-answer");
        assertThat(center.agentNow("ann").missed()).isEqualTo(1);
        // The second caller was bob's already; the first one waits, and ann is not asked for them again at once.
        assertThat(center.contact(FIRST).state()).isEqualTo(ContactState.WAITING);
        assertThat(center.waits(FIRST).facts()).containsEntry("queue.place", "1");
        center.hangsUp(SECOND);
        assertThat(center.contact(FIRST).reservation()).contains(center.ringing("bob"));
    }

    @Test
    void the_only_agent_is_asked_again_after_a_while() {
        center.agent("ann");
        center.joins(FIRST);
        UUID first = center.ringing("ann");
        center.legEnds(first, "no-answer");
        center.legEnds(first, "no-answer");
        assertThat(center.agentNow("ann").missed()).isEqualTo(1);
        center.passes(SkillRules.USUAL.reofferAfter().minusSeconds(1));
        assertThat(center.findRinging("ann")).isEmpty();
        center.passes(Duration.ofSeconds(1));
        assertThat(center.contact(FIRST).reservation()).contains(center.ringing("ann"));
    }

    @Test
    void a_phone_that_was_answered_but_where_nobody_pressed_1_was_not_answered() {
        center.agent("ann");
        center.joins(FIRST);
        UUID reservation = center.ringing("ann");
        center.answersPhone(reservation);
        center.legEnds(reservation, "completed");
        assertThat(center.agentNow("ann").missed()).isEqualTo(1);
        assertThat(center.contact(FIRST).state()).isEqualTo(ContactState.WAITING);
        assertThat(center.presses1(reservation)).isEmpty();
    }

    @Test
    void a_reservation_ends_by_itself_and_its_leg_is_hung_up() {
        center.agent("ann");
        center.joins(FIRST);
        center.settles();
        UUID reservation = center.ringing("ann");
        center.passes(SkillRules.USUAL.expiry());
        assertThat(center.findRinging("ann")).isEmpty();
        assertThat(center.carrier.asked(CarrierRequest.HangUp.class))
                .containsExactly(new CarrierRequest.HangUp(FakeCarrier.leg("agent-leg:" + reservation)));
    }

    @Test
    void who_misses_three_in_a_row_is_on_break_and_told_why() {
        center.agent("ann");
        center.joins(FIRST);
        for (int i = 1; i <= 3; i++) {
            center.legEnds(center.ringing("ann"), "no-answer");
            center.passes(SkillRules.USUAL.reofferAfter());
        }
        assertThat(center.state("ann")).isEqualTo(AgentState.ON_BREAK);
        assertThat(center.agentNow("ann").presenceReason()).contains(Agents.MISSED_CALLS);
        assertThat(center.waits(FIRST).exit()).isEqualTo("nobody");
        center.says("ann", Presence.AVAILABLE);
        assertThat(center.agentNow("ann").missed()).isZero();
        assertThat(center.agentNow("ann").presenceReason()).isEmpty();
    }

    @Test
    void who_takes_a_call_has_missed_none_in_a_row() {
        center.agent("ann");
        center.joins(FIRST);
        center.legEnds(center.ringing("ann"), "busy");
        center.passes(SkillRules.USUAL.reofferAfter());
        center.presses1(center.ringing("ann"));
        assertThat(center.agentNow("ann").missed()).isZero();
    }

    @Test
    void who_refuses_is_not_asked_again_and_has_missed_nothing() {
        center.agent("ann");
        center.joins(FIRST);
        UUID reservation = center.ringing("ann");
        assertThat(center.refuses(reservation)).isTrue();
        assertThat(center.refuses(reservation)).isFalse();
        assertThat(center.agentNow("ann").missed()).isZero();
        assertThat(center.state("ann")).isEqualTo(AgentState.AVAILABLE);
        assertThat(center.findRinging("ann")).isEmpty();
        center.joins(SECOND);
        assertThat(center.contact(SECOND).reservation()).contains(center.ringing("ann"));
    }

    @Test
    void a_phone_that_cannot_be_rung_counts_as_missed() {
        center.carrier.answers("agent-leg", new Reply.Refused(21211, "Invalid 'To' Phone Number"));
        center.agent("ann");
        center.joins(FIRST);
        center.settles();
        assertThat(center.agentNow("ann").missed()).isEqualTo(1);
        assertThat(center.texts("select state from reservation")).containsExactly("failed");
    }

    @Test
    void a_leg_that_becomes_known_too_late_is_hung_up_then() {
        center.agent("ann");
        center.joins(FIRST);
        UUID reservation = center.ringing("ann");
        center.carrier.answers("agent-leg", new Reply.Unknown("time-out"));
        center.settles();
        center.hangsUp(FIRST);
        center.settles();
        assertThat(center.carrier.asked(CarrierRequest.HangUp.class)).isEmpty();
        center.passes(Duration.ofMinutes(1));
        assertThat(center.carrier.asked(CarrierRequest.HangUp.class))
                .containsExactly(new CarrierRequest.HangUp(FakeCarrier.leg("agent-leg:" + reservation)));
    }

    @Test
    void who_answers_after_the_caller_has_gone_is_told_so_and_not_cut_off() {
        center.agent("ann");
        center.joins(FIRST);
        UUID reservation = center.ringing("ann");
        center.carrier.answers("agent-leg", new Reply.Unknown("time-out"));
        center.settles();
        center.hangsUp(FIRST);
        assertThat(center.answersPhone(reservation)).isEmpty();
        center.settles();
        assertThat(center.carrier.asked(CarrierRequest.HangUp.class)).isEmpty();
    }

    @Test
    void the_phone_that_is_being_hung_up_gets_a_moment_before_it_rings_again() {
        center.agent("ann");
        center.joins(FIRST);
        center.joins(SECOND);
        center.settles();
        center.clock.tick(Duration.ofSeconds(5));
        center.hangsUp(FIRST);
        center.settles();
        assertThat(center.carrier.asked(CarrierRequest.Dial.class)).hasSize(1);
        center.passes(Duration.ofSeconds(2));
        assertThat(center.carrier.asked(CarrierRequest.Dial.class)).hasSize(2);
    }

    @Test
    void every_agent_considered_is_kept_with_the_reservation() {
        center.agent("ann");
        center.agent("bob", List.of(Language.ENGLISH), Set.of(CenterRules.SKILL));
        center.joins(FIRST);
        List<RoutingDecision> decisions = center.database.read(
                h -> new RoutingHistory().of(h, center.contact(FIRST).id()));
        assertThat(decisions)
                .containsExactly(new RoutingDecision(
                        CenterRules.NOON,
                        Optional.of("ann"),
                        List.of(
                                new ConsideredAgent(
                                        "ann",
                                        true,
                                        Map.of(),
                                        Optional.of(new ConsideredAgent.Standing(false, 1, CenterRules.NOON))),
                                new ConsideredAgent(
                                        "bob", false, Map.of(RoutingRule.LANGUAGE, "id"), Optional.empty()))));
    }
}
