package hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.AgentState;
import hotline.phone.CallSid;
import hotline.phone.CarrierRequest;
import hotline.store.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Callers whose agent's line was lost, or whose agent is not with them though they should be. */
abstract class LeftAloneContract extends QueueContract {
    private final List<CallSid> over = new ArrayList<>();

    @BeforeAll
    void listen() {
        center.acd.listen(new QueueListener() {
            @Override
            public void onAccepted(Handle handle, Accepted by, Instant now) {}

            @Override
            public void onAgentLeft(Handle handle, CallSid caller, Instant now) {}

            @Override
            public void onCallOver(Handle handle, CallSid caller, Instant now) {
                over.add(caller);
            }

            @Override
            public void onHandedOver(Handle handle, CallSid caller, String agent, Instant now) {}
        });
    }

    @BeforeEach
    void forget() {
        over.clear();
    }

    private UUID annTalks() {
        center.agent("ann");
        center.joins(FIRST);
        UUID reservation = center.ringing("ann");
        center.presses1(reservation);
        return reservation;
    }

    private void lookFinds(String what) {
        center.carrier.answers("look-in", new Reply.Done(what));
    }

    private int looks() {
        return center.carrier.asked(CarrierRequest.LookIn.class).size();
    }

    private boolean someoneLeaves(String leg) {
        return center.does(h ->
                center.acd.leftAlone().left(h, center.contact(FIRST).links().room(), new CallSid(leg), center.now()));
    }

    private void isAtTheHead() {
        Contact again = center.contact(FIRST);
        assertThat(again.priority()).isEqualTo(Contact.HEAD);
        assertThat(again.state()).isEqualTo(ContactState.WAITING);
        assertThat(center.state("ann")).isEqualTo(AgentState.WRAP_UP);
    }

    @Test
    void who_says_nothing_after_the_line_was_lost_stands_at_the_head_within_ten_seconds_once() {
        UUID reservation = annTalks();
        Contact before = center.contact(FIRST);
        center.legEnds(reservation, "completed");
        center.passes(Duration.ofSeconds(7));
        assertThat(center.contact(FIRST).state()).isEqualTo(ContactState.DONE);
        assertThat(center.waits(FIRST).exit()).isEqualTo("cut-off");
        center.passes(Duration.ofSeconds(1));
        isAtTheHead();
        assertThat(center.contact(FIRST).since()).isEqualTo(before.since());
        assertThat(center.waits(FIRST).facts()).containsEntry("queue.cut-off", "true");
        center.does(h -> {
            center.acd.leftAlone().comeBack(h, before.id(), center.now());
            return true;
        });
        assertThat(center.texts("select cast(id as varchar) from contact")).hasSize(2);
    }

    @Test
    void who_presses_a_key_after_the_line_was_lost_goes_where_it_leads() {
        center.legEnds(annTalks(), "completed");
        assertThat(center.<Boolean>does(h -> center.acd.leftAlone().takesOwnWay(h, FIRST)))
                .isTrue();
        center.passes(Duration.ofSeconds(10));
        assertThat(center.contact(FIRST).state()).isEqualTo(ContactState.DONE);
        center.joins(FIRST);
        assertThat(center.contact(FIRST).priority()).isEqualTo(Contact.HEAD);
    }

    @Test
    void who_hangs_up_after_the_line_was_lost_is_not_put_anywhere() {
        center.legEnds(annTalks(), "completed");
        center.hangsUp(FIRST);
        center.passes(Duration.ofSeconds(10));
        assertThat(center.contact(FIRST).state()).isEqualTo(ContactState.DONE);
    }

    @Test
    void who_takes_their_place_again_by_themselves_is_not_put_there_again() {
        center.legEnds(annTalks(), "completed");
        center.joins(FIRST);
        center.passes(Duration.ofSeconds(10));
        isAtTheHead();
        assertThat(center.texts("select cast(id as varchar) from contact")).hasSize(2);
    }

    @Test
    void a_caller_whose_agent_never_came_stands_at_the_head_and_the_agent_is_let_go() {
        UUID reservation = annTalks();
        lookFinds(CarrierRequest.LookIn.ALONE);
        center.passes(Duration.ofSeconds(8));
        isAtTheHead();
        center.passes(Duration.ofSeconds(3));
        assertThat(center.carrier.asked(CarrierRequest.HangUp.class))
                .extracting(CarrierRequest.HangUp::callSid)
                .contains(CallCenter.agentLeg(reservation).value());
        center.legEnds(reservation, "completed");
        isAtTheHead();
    }

    @Test
    void the_look_asks_for_the_agent_and_for_supervisors_who_have_joined_in() {
        UUID reservation = annTalks();
        center.passes(Duration.ofSeconds(8));
        assertThat(center.carrier.asked(CarrierRequest.LookIn.class))
                .containsExactly(new CarrierRequest.LookIn(
                        center.contact(FIRST).room(),
                        FIRST.value(),
                        List.of(CallCenter.agentLeg(reservation).value())));
        assertThat(center.state("ann")).isEqualTo(AgentState.ON_CALL);
    }

    private void passSeconds(int seconds) {
        for (int i = 0; i < seconds; i++) {
            center.passes(Duration.ofSeconds(1));
        }
    }

    @Test
    void one_look_is_enough_for_nearly_a_minute_until_somebody_leaves_the_room() {
        UUID reservation = annTalks();
        lookFinds(CarrierRequest.LookIn.IN_COMPANY);
        passSeconds(57);
        assertThat(looks()).isEqualTo(1);
        passSeconds(10 * 50);
        assertThat(looks()).isEqualTo(11);
        assertThat(center.state("ann")).isEqualTo(AgentState.ON_CALL);
        assertThat(someoneLeaves(CallCenter.agentLeg(reservation).value())).isTrue();
        lookFinds(CarrierRequest.LookIn.ALONE);
        center.passes(Duration.ofSeconds(8));
        isAtTheHead();
    }

    @Test
    void that_the_caller_left_is_no_reason_to_look() {
        annTalks();
        lookFinds(CarrierRequest.LookIn.IN_COMPANY);
        center.passes(Duration.ofSeconds(8));
        someoneLeaves(FIRST.value());
        center.passes(Duration.ofSeconds(49));
        assertThat(looks()).isEqualTo(1);
    }

    @Test
    void a_caller_who_is_not_in_the_room_yet_is_looked_for_again() {
        annTalks();
        lookFinds(CarrierRequest.LookIn.NOT_THERE);
        center.passes(Duration.ofSeconds(8));
        assertThat(center.state("ann")).isEqualTo(AgentState.ON_CALL);
        lookFinds(CarrierRequest.LookIn.ALONE);
        center.passes(Duration.ofSeconds(8));
        isAtTheHead();
    }

    @Test
    void a_look_that_the_carrier_refused_is_made_again() {
        annTalks();
        center.carrier.answers("look-in", new Reply.Refused(20_500, "Internal Server Error"));
        center.passes(Duration.ofSeconds(8));
        assertThat(center.state("ann")).isEqualTo(AgentState.ON_CALL);
        lookFinds(CarrierRequest.LookIn.ALONE);
        center.passes(Duration.ofSeconds(8));
        isAtTheHead();
    }

    @Test
    void an_agent_whose_line_was_lost_without_a_word_of_it_is_found_out_within_a_minute() {
        annTalks();
        lookFinds(CarrierRequest.LookIn.IN_COMPANY);
        passSeconds(20);
        lookFinds(CarrierRequest.LookIn.ALONE);
        passSeconds(60);
        isAtTheHead();
    }

    @Test
    void an_agent_whose_caller_has_gone_without_a_word_of_it_is_let_go_within_a_minute() {
        UUID reservation = annTalks();
        lookFinds(CarrierRequest.LookIn.IN_COMPANY);
        passSeconds(20);
        lookFinds(CarrierRequest.LookIn.OVER);
        passSeconds(60);
        assertThat(center.state("ann")).isEqualTo(AgentState.WRAP_UP);
        assertThat(center.texts("select state || ' ' || outcome from contact")).containsExactly("done answered");
        assertThat(over).containsExactly(FIRST);
        assertThat(center.carrier.asked(CarrierRequest.HangUp.class))
                .extracting(CarrierRequest.HangUp::callSid)
                .contains(CallCenter.agentLeg(reservation).value());
        int before = looks();
        passSeconds(60);
        assertThat(looks()).isEqualTo(before);
    }

    @Test
    void a_look_of_which_nothing_comes_is_not_the_last_one() {
        annTalks();
        lookFinds(CarrierRequest.LookIn.IN_COMPANY);
        center.clock.tick(Duration.ofSeconds(8));
        center.deadlines.runDue();
        center.runs(h -> h.execute("delete from outbox where kind = 'LookIn'"));
        center.settles();
        assertThat(looks()).isZero();
        passSeconds(5 * 60);
        assertThat(looks()).isEqualTo(1);
    }

    @Test
    void a_node_that_starts_looks_into_every_room() {
        annTalks();
        lookFinds(CarrierRequest.LookIn.IN_COMPANY);
        passSeconds(8);
        center.runs(h -> h.execute("delete from due_work"));
        center.runs(h -> center.acd.leftAlone().begin(h, center.now()));
        lookFinds(CarrierRequest.LookIn.OVER);
        passSeconds(8);
        assertThat(center.state("ann")).isEqualTo(AgentState.WRAP_UP);
    }

    @Test
    void nobody_looks_into_a_room_that_is_empty() {
        annTalks();
        center.hangsUp(FIRST);
        center.passes(Duration.ofMinutes(1));
        assertThat(looks()).isZero();
        assertThat(someoneLeaves("CA9")).isFalse();
    }
}
