package hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.AgentState;
import hotline.agent.Presence;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

abstract class DeskContract extends QueueContract {
    private UUID inConversation() {
        centre.agent("ann");
        centre.joins(FIRST);
        UUID reservation = centre.ringing("ann");
        centre.presses1(reservation);
        return reservation;
    }

    private Optional<AgentContact> card() {
        return centre.database.read(h -> new ContactViews().findFor(h, "ann"));
    }

    private boolean endsWrapUp(String disposition) {
        return centre.does(h -> centre.acd.desk().endWrapUp(h, "ann", disposition, Optional.of("bye"), centre.now()));
    }

    @Test
    void the_card_is_there_before_the_phone_is_answered() {
        assertThat(card()).isEmpty();
        centre.agent("ann");
        centre.joins(FIRST);
        assertThat(card()).hasValueSatisfying(card -> {
            assertThat(card.phone()).contains(CallCentre.BUDI);
            assertThat(card.about()).isEqualTo(Map.of("ticket.number", "123456782"));
            assertThat(card.call()).isEqualTo(FIRST);
            assertThat(card.why()).startsWith("ann: chosen");
        });
    }

    @Test
    void notes_and_the_result_are_kept_with_the_contact() {
        inConversation();
        assertThat(centre.notes("ann", "wants a refund")).isTrue();
        centre.hangsUp(FIRST);
        assertThat(card().orElseThrow().state()).isEqualTo(ContactState.DONE);
        assertThat(endsWrapUp("refund")).isTrue();
        assertThat(endsWrapUp("other")).isFalse();
        assertThat(centre.texts("select disposition from contact")).containsExactly("refund");
        assertThat(centre.texts("select note from contact_note order by id")).containsExactly("wants a refund", "bye");
        assertThat(centre.state("ann")).isEqualTo(AgentState.AVAILABLE);
        assertThat(card()).isEmpty();
        assertThat(centre.notes("ann", "late")).isFalse();
    }

    @Test
    void a_wrap_up_cannot_end_before_the_call() {
        inConversation();
        assertThat(endsWrapUp("refund")).isFalse();
        assertThat(centre.state("ann")).isEqualTo(AgentState.ON_CALL);
    }

    @Test
    void a_wrap_up_ends_by_itself() {
        inConversation();
        centre.hangsUp(FIRST);
        centre.passes(SkillRules.USUAL.wrapUp().minusSeconds(1));
        assertThat(centre.state("ann")).isEqualTo(AgentState.WRAP_UP);
        centre.passes(Duration.ofSeconds(1));
        assertThat(centre.state("ann")).isEqualTo(AgentState.AVAILABLE);
    }

    @Test
    void the_end_of_an_earlier_wrap_up_does_not_end_a_later_one() {
        inConversation();
        centre.hangsUp(FIRST);
        centre.clock.tick(Duration.ofSeconds(100));
        endsWrapUp("solved");
        centre.joins(SECOND);
        centre.presses1(centre.ringing("ann"));
        centre.hangsUp(SECOND);
        centre.passes(Duration.ofSeconds(30));
        assertThat(centre.state("ann")).isEqualTo(AgentState.WRAP_UP);
    }

    @Test
    void who_says_on_a_call_that_they_will_be_gone_is_gone_after_it() {
        inConversation();
        centre.says("ann", Presence.OFFLINE);
        assertThat(centre.state("ann")).isEqualTo(AgentState.ON_CALL);
        centre.hangsUp(FIRST);
        assertThat(centre.state("ann")).isEqualTo(AgentState.WRAP_UP);
        endsWrapUp("solved");
        assertThat(centre.state("ann")).isEqualTo(AgentState.OFFLINE);
    }

    @Test
    void who_goes_while_their_phone_rings_gives_the_caller_to_another() {
        centre.agent("ann");
        centre.joins(FIRST);
        centre.clock.tick(Duration.ofSeconds(1));
        centre.joins(SECOND);
        UUID ringing = centre.ringing("ann");
        centre.says("ann", Presence.BREAK);
        assertThat(centre.state("ann")).isEqualTo(AgentState.ON_BREAK);
        assertThat(centre.findRinging("ann")).isEmpty();
        assertThat(centre.presses1(ringing)).isEmpty();
        centre.agent("bob");
        assertThat(centre.contact(FIRST).reservation()).contains(centre.ringing("bob"));
    }

    @Test
    void the_ringing_can_be_refused_at_the_desk() {
        centre.agent("ann");
        centre.joins(FIRST);
        assertThat(centre.refusesAtDesk("ann")).isTrue();
        assertThat(centre.refusesAtDesk("ann")).isFalse();
        assertThat(centre.texts("select state from reservation")).containsExactly("rejected");
    }

    @Test
    void nobody_can_say_where_somebody_is_who_does_not_exist() {
        assertThat(centre.says("nobody", Presence.AVAILABLE)).isFalse();
    }
}
