package hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.AgentState;
import hotline.agent.Presence;
import hotline.phone.CarrierRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

abstract class DeskContract extends QueueContract {
    private UUID inConversation() {
        center.agent("ann");
        center.joins(FIRST);
        UUID reservation = center.ringing("ann");
        center.presses1(reservation);
        return reservation;
    }

    private Optional<AgentContact> card() {
        return center.database.read(h -> center.acd.views().findFor(h, "ann"));
    }

    private boolean endsWrapUp(String disposition) {
        return center.does(h -> center.acd.desk().endWrapUp(h, "ann", disposition, Optional.of("bye"), center.now()));
    }

    @Test
    void the_card_is_there_before_the_phone_is_answered() {
        assertThat(card()).isEmpty();
        center.agent("ann");
        center.joins(FIRST);
        assertThat(card()).hasValueSatisfying(card -> {
            assertThat(card.phone()).contains(CallCenter.BUDI);
            assertThat(card.about()).isEqualTo(Map.of("ticket.number", "123456782"));
            assertThat(card.call()).isEqualTo(FIRST);
        });
    }

    @Test
    void the_card_is_there_before_the_phone_rings() {
        center.agent("ann");
        center.joins(FIRST);
        assertThat(card()).isPresent();
        assertThat(center.carrier.asked(CarrierRequest.Dial.class)).isEmpty();
        center.settles();
        assertThat(center.carrier.asked(CarrierRequest.Dial.class)).hasSize(1);
    }

    @Test
    void notes_and_the_result_are_kept_with_the_contact() {
        inConversation();
        assertThat(center.notes("ann", "wants a refund")).isTrue();
        center.hangsUp(FIRST);
        assertThat(card().orElseThrow().state()).isEqualTo(ContactState.DONE);
        assertThat(endsWrapUp("refund")).isTrue();
        assertThat(endsWrapUp("other")).isFalse();
        assertThat(center.texts("select disposition from contact")).containsExactly("refund");
        assertThat(center.texts("select note from contact_note order by id")).containsExactly("wants a refund", "bye");
        assertThat(center.state("ann")).isEqualTo(AgentState.AVAILABLE);
        assertThat(card()).isEmpty();
        assertThat(center.notes("ann", "late")).isFalse();
    }

    @Test
    void a_wrap_up_cannot_end_before_the_call() {
        inConversation();
        assertThat(endsWrapUp("refund")).isFalse();
        assertThat(center.state("ann")).isEqualTo(AgentState.ON_CALL);
    }

    @Test
    void a_wrap_up_ends_by_itself() {
        inConversation();
        center.hangsUp(FIRST);
        center.passes(SkillRules.USUAL.wrapUp().minusSeconds(1));
        assertThat(center.state("ann")).isEqualTo(AgentState.WRAP_UP);
        center.passes(Duration.ofSeconds(1));
        assertThat(center.state("ann")).isEqualTo(AgentState.AVAILABLE);
    }

    @Test
    void a_wrap_up_that_ends_by_itself_says_that_nothing_was_recorded() {
        inConversation();
        center.hangsUp(FIRST);
        center.passes(SkillRules.USUAL.wrapUp());
        assertThat(center.texts("select disposition from contact")).containsExactly(Desk.NONE_RECORDED);
        assertThat(unrecorded())
                .hasValueSatisfying(contact -> assertThat(contact.topic()).isEqualTo(CenterRules.SKILL));
        center.joins(SECOND);
        center.presses1(center.ringing("ann"));
        center.hangsUp(SECOND);
        center.clock.tick(Duration.ofSeconds(1));
        endsWrapUp("refund");
        assertThat(unrecorded()).isEmpty();
    }

    private Optional<PastContact> unrecorded() {
        return center.database.read(h -> new ContactHistory().findUnrecorded(h, "ann"));
    }

    private boolean extendsWrapUp() {
        return center.does(h -> center.acd.desk().extendWrapUp(h, "ann", center.now()));
    }

    @Test
    void a_wrap_up_can_be_put_off_twice() {
        inConversation();
        assertThat(extendsWrapUp()).isFalse();
        center.hangsUp(FIRST);
        assertThat(extendsWrapUp()).isTrue();
        assertThat(extendsWrapUp()).isTrue();
        assertThat(extendsWrapUp()).isFalse();
        Duration wrapUp = SkillRules.USUAL.wrapUp();
        assertThat(center.agentNow("ann").wrapUpUntil()).contains(CenterRules.NOON.plus(wrapUp.multipliedBy(3)));
        center.passes(wrapUp);
        center.passes(wrapUp);
        center.passes(wrapUp.minusSeconds(1));
        assertThat(center.state("ann")).isEqualTo(AgentState.WRAP_UP);
        center.passes(Duration.ofSeconds(1));
        assertThat(center.state("ann")).isEqualTo(AgentState.AVAILABLE);
    }

    @Test
    void the_next_wrap_up_can_be_put_off_again() {
        inConversation();
        center.hangsUp(FIRST);
        extendsWrapUp();
        extendsWrapUp();
        endsWrapUp("refund");
        center.joins(SECOND);
        center.presses1(center.ringing("ann"));
        center.hangsUp(SECOND);
        assertThat(extendsWrapUp()).isTrue();
    }

    @Test
    void the_end_of_an_earlier_wrap_up_does_not_end_a_later_one() {
        inConversation();
        center.hangsUp(FIRST);
        center.clock.tick(Duration.ofSeconds(100));
        endsWrapUp("solved");
        center.joins(SECOND);
        center.presses1(center.ringing("ann"));
        center.hangsUp(SECOND);
        center.passes(Duration.ofSeconds(30));
        assertThat(center.state("ann")).isEqualTo(AgentState.WRAP_UP);
    }

    @Test
    void who_says_on_a_call_that_they_will_be_gone_is_gone_after_it() {
        inConversation();
        center.says("ann", Presence.OFFLINE);
        assertThat(center.state("ann")).isEqualTo(AgentState.ON_CALL);
        center.hangsUp(FIRST);
        assertThat(center.state("ann")).isEqualTo(AgentState.WRAP_UP);
        endsWrapUp("solved");
        assertThat(center.state("ann")).isEqualTo(AgentState.OFFLINE);
    }

    @Test
    void who_goes_while_their_phone_rings_gives_the_caller_to_another() {
        center.agent("ann");
        center.joins(FIRST);
        center.clock.tick(Duration.ofSeconds(1));
        center.joins(SECOND);
        UUID ringing = center.ringing("ann");
        center.says("ann", Presence.BREAK);
        assertThat(center.state("ann")).isEqualTo(AgentState.ON_BREAK);
        assertThat(center.findRinging("ann")).isEmpty();
        assertThat(center.presses1(ringing)).isEmpty();
        center.agent("bob");
        assertThat(center.contact(FIRST).reservation()).contains(center.ringing("bob"));
    }

    @Test
    void the_ringing_can_be_refused_at_the_desk() {
        center.agent("ann");
        center.joins(FIRST);
        assertThat(center.refusesAtDesk("ann")).isTrue();
        assertThat(center.refusesAtDesk("ann")).isFalse();
        assertThat(center.texts("select state from reservation")).containsExactly("rejected");
    }

    @Test
    void nobody_can_say_where_somebody_is_who_does_not_exist() {
        assertThat(center.says("nobody", Presence.AVAILABLE)).isFalse();
    }
}
