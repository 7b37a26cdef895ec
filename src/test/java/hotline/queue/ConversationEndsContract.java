package hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.AgentState;
import hotline.phone.CallSid;
import hotline.phone.CarrierRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conversations that end, whoever ends them. */
abstract class ConversationEndsContract extends QueueContract {
    private final List<CallSid> left = new ArrayList<>();

    @BeforeAll
    void listen() {
        center.acd.listen(new QueueListener() {
            @Override
            public void onAccepted(Handle handle, Accepted by, Instant now) {}

            @Override
            public void onAgentLeft(Handle handle, CallSid caller, Instant now) {
                left.add(caller);
            }

            @Override
            public void onCallOver(Handle handle, CallSid caller, Instant now) {}

            @Override
            public void onHandedOver(Handle handle, CallSid caller, String agent, Instant now) {}
        });
    }

    @BeforeEach
    void forget() {
        left.clear();
    }

    @Test
    void when_the_caller_hangs_up_the_agent_finishes_up_and_their_leg_ends() {
        center.agent("ann");
        center.joins(FIRST);
        center.settles();
        UUID reservation = center.ringing("ann");
        center.presses1(reservation);
        center.hangsUp(FIRST);
        center.hangsUp(FIRST);
        assertThat(center.contact(FIRST).outcome()).contains(ContactOutcome.ANSWERED);
        assertThat(center.state("ann")).isEqualTo(AgentState.WRAP_UP);
        assertThat(left).isEmpty();
        center.passes(Duration.ofSeconds(3));
        assertThat(center.carrier.asked(CarrierRequest.HangUp.class))
                .containsExactly(new CarrierRequest.HangUp(FakeCarrier.leg("agent-leg:" + reservation)));
    }

    @Test
    void an_agents_leg_that_has_ended_is_not_hung_up() {
        center.agent("ann");
        center.joins(FIRST);
        center.settles();
        UUID reservation = center.ringing("ann");
        center.presses1(reservation);
        center.hangsUp(FIRST);
        center.legEnds(reservation, "completed");
        center.passes(Duration.ofSeconds(3));
        assertThat(center.carrier.asked(CarrierRequest.HangUp.class)).isEmpty();
        assertThat(center.state("ann")).isEqualTo(AgentState.WRAP_UP);
    }

    @Test
    void when_the_agent_hangs_up_the_callers_call_goes_on() {
        center.agent("ann");
        center.joins(FIRST);
        UUID reservation = center.ringing("ann");
        center.presses1(reservation);
        center.legEnds(reservation, "completed");
        center.legEnds(reservation, "completed");
        assertThat(left).containsExactly(FIRST);
        assertThat(center.contact(FIRST).outcome()).contains(ContactOutcome.ANSWERED);
        assertThat(center.waits(FIRST).exit()).isEqualTo("cut-off");
        center.clock.tick(Duration.ofSeconds(1));
        assertThat(center.joins(FIRST).exit()).isEqualTo("joined");
        center.hangsUp(FIRST);
        assertThat(center.contact(FIRST).outcome()).contains(ContactOutcome.ABANDONED);
    }

    @Test
    void a_conversation_whose_end_is_never_told_ends_by_itself() {
        center.agent("ann");
        center.joins(FIRST);
        center.presses1(center.ringing("ann"));
        center.passes(Duration.ofHours(4));
        assertThat(center.state("ann")).isEqualTo(AgentState.ON_CALL);
        center.passes(Duration.ofMinutes(5));
        assertThat(center.state("ann")).isEqualTo(AgentState.WRAP_UP);
    }
}
