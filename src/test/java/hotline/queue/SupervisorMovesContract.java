package hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.AgentState;
import hotline.phone.CarrierRequest;
import hotline.phone.Language;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What supervisors change in the queue: agents who are set free, contacts that are moved. */
abstract class SupervisorMovesContract extends TalkContract {
    private boolean releases(String username) {
        return center.does(h -> center.acd.supervisorMoves().release(h, username, "sue", center.now()));
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

    private UUID rungBack() {
        center.agent("ann");
        center.booksCallback(FIRST);
        center.passes(CenterRules.CALLBACKS.firstAfter());
        return center.dialing();
    }

    @Test
    void an_agent_is_set_free_of_a_customer_who_is_being_rung_back() {
        UUID attempt = rungBack();
        Contact before = center.contact(FIRST);
        assertThat(releases("ann")).isTrue();
        assertThat(releases("ann")).isFalse();
        assertThat(center.state("ann")).isEqualTo(AgentState.AVAILABLE);
        assertThat(hungUp()).containsExactly(FakeCarrier.leg("callback-leg:" + attempt));
        Contact after = center.contact(FIRST);
        assertThat(after.state()).isEqualTo(ContactState.WAITING);
        assertThat(after.kind()).isEqualTo(ContactKind.CALLBACK);
        assertThat(after.since()).isEqualTo(before.since());
        assertThat(center.audited()).containsExactly("sue agent-released ");
        assertThat(center.<Boolean>does(h -> center.acd
                        .callbacks()
                        .confirmed(h, attempt, new hotline.phone.CallSid("CA-customer"), center.now())
                        .isPresent()))
                .as("too late to press 1")
                .isFalse();
    }

    @Test
    void an_attempt_that_was_called_off_is_not_counted() {
        rungBack();
        releases("ann");
        for (int attempt = 1; attempt <= CenterRules.CALLBACKS.attempts(); attempt++) {
            center.passes(Duration.ofMinutes(61));
            UUID dialed = center.dialing();
            center.does(h -> {
                center.acd.callbacks().legEnded(h, dialed, "no-answer", center.now());
                return true;
            });
        }
        assertThat(center.contact(FIRST).outcome()).contains(ContactOutcome.MISSED);
        assertThat(center.carrier.asked(CarrierRequest.Dial.class)).hasSize(1 + CenterRules.CALLBACKS.attempts());
    }

    @Test
    void a_request_to_ring_that_has_not_left_when_it_is_called_off_never_leaves() {
        center.carrier.answers("callback-leg", new hotline.store.Reply.Later(Duration.ofSeconds(2), "busy"));
        UUID attempt = rungBack();
        assertThat(releases("ann")).isTrue();
        center.carrier.forget();
        center.passes(Duration.ofSeconds(5));
        assertThat(center.carrier.asked(CarrierRequest.Dial.class))
                .as("dropped before it left")
                .isEmpty();
        assertThat(center.state("ann")).isEqualTo(AgentState.AVAILABLE);
        assertThat(center.texts("select state from callback_attempt where id = '" + attempt + "'"))
                .containsExactly("called-off");
    }
}
