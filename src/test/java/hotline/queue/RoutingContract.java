package hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.Agent;
import hotline.agent.AgentState;
import hotline.agent.Presence;
import hotline.phone.CallSid;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is offered whom, as time passes and desks come and go. */
abstract class RoutingContract extends QueueContract {
    private static final CallSid THIRD = new CallSid("CA3");
    private static final PhoneNumber SITI = new PhoneNumber("+6281111111111");
    private static final List<Language> BOTH = List.of(Language.INDONESIAN, Language.ENGLISH);

    private void agent(String username, String... skills) {
        center.agent(username, BOTH, Set.of(skills));
    }

    private void wants(CallSid call, PhoneNumber caller, String skill) {
        NewContact wish = new NewContact(
                call, Optional.of(caller), Language.INDONESIAN, skill, skill, Map.of("order.number", "7"));
        center.does(h -> center.acd.contacts().join(h, wish, Optional.empty(), center.now()));
    }

    private void talks(String username, CallSid call) {
        center.presses1(center.ringing(username));
        center.hangsUp(call);
        center.does(h -> center.acd.desk().endWrapUp(h, username, "resolved", Optional.empty(), center.now()));
    }

    private boolean seesDesk(String username) {
        return center.does(h -> {
            center.acd.desk().seen(h, username, center.now());
            return true;
        });
    }

    private List<RoutingDecision> history(CallSid call) {
        return center.database.read(
                h -> new RoutingHistory().of(h, center.contact(call).id()));
    }

    @Test
    void a_free_agent_of_a_wider_tier_is_offered_the_contact_when_its_time_comes_though_nothing_else_happens() {
        agent("ann", CenterRules.SKILL + ":2");
        agent("bob", CenterRules.SKILL + ":3");
        center.joins(FIRST);
        center.clock.tick(Duration.ofSeconds(1));
        center.joins(SECOND, SITI);
        center.passes(Duration.ofSeconds(28));
        assertThat(center.findRinging("ann")).isEmpty();
        center.passes(Duration.ofSeconds(1));
        assertThat(center.contact(FIRST).reservation()).contains(center.ringing("ann"));
        center.passes(Duration.ofSeconds(30));
        assertThat(center.findRinging("bob")).isEmpty();
        center.passes(Duration.ofSeconds(1));
        assertThat(center.contact(SECOND).reservation()).contains(center.ringing("bob"));
    }

    @Test
    void a_contact_that_was_given_back_is_offered_to_the_wider_tier_when_its_time_comes() {
        agent("ann", CenterRules.SKILL);
        agent("bob", CenterRules.SKILL + ":2");
        center.joins(FIRST);
        center.clock.tick(Duration.ofSeconds(10));
        center.refuses(center.ringing("ann"));
        center.passes(Duration.ofSeconds(19));
        assertThat(center.findRinging("bob")).isEmpty();
        center.passes(Duration.ofSeconds(1));
        assertThat(center.contact(FIRST).reservation()).contains(center.ringing("bob"));
    }

    @Test
    void who_rings_again_within_the_hour_is_offered_to_the_agent_they_spoke_with() {
        agent("ann", CenterRules.SKILL);
        center.joins(FIRST);
        talks("ann", FIRST);
        center.clock.tick(Duration.ofMinutes(59));
        agent("bob", CenterRules.SKILL);
        center.joins(SECOND);
        assertThat(center.contact(SECOND).reservation()).contains(center.ringing("ann"));
        assertThat(history(SECOND).get(0).agents().get(0).standing())
                .hasValueSatisfying(standing -> assertThat(standing.lastAgent()).isTrue());
    }

    @Test
    void who_rings_again_after_the_hour_is_offered_to_who_has_been_idle_longest() {
        agent("ann", CenterRules.SKILL);
        center.joins(FIRST);
        center.clock.tick(Duration.ofSeconds(1));
        agent("bob", CenterRules.SKILL);
        center.clock.tick(Duration.ofSeconds(1));
        talks("ann", FIRST);
        center.clock.tick(Duration.ofMinutes(60));
        center.joins(SECOND);
        assertThat(center.contact(SECOND).reservation()).contains(center.ringing("bob"));
    }

    @Test
    void the_last_agent_who_is_busy_is_waited_for_as_long_as_the_queue_has_patience() {
        agent("ann", CenterRules.PATIENT);
        wants(FIRST, CallCenter.BUDI, CenterRules.PATIENT);
        talks("ann", FIRST);
        wants(SECOND, SITI, CenterRules.PATIENT);
        center.presses1(center.ringing("ann"));
        agent("bob", CenterRules.PATIENT);
        wants(THIRD, CallCenter.BUDI, CenterRules.PATIENT);
        center.passes(Duration.ofSeconds(19));
        assertThat(center.findRinging("bob")).isEmpty();
        assertThat(history(THIRD).get(0).agents())
                .extracting(ConsideredAgent::failed)
                .containsExactly(Map.of(RoutingRule.FREE, "busy"), Map.of(RoutingRule.LAST_AGENT, "ann"));
        center.passes(Duration.ofSeconds(1));
        assertThat(center.contact(THIRD).reservation()).contains(center.ringing("bob"));
    }

    @Test
    void a_contact_of_a_queue_that_matters_more_goes_first_and_says_so_in_its_place() {
        agent("ann", CenterRules.SKILL, CenterRules.PATIENT);
        center.joins(FIRST);
        center.presses1(center.ringing("ann"));
        center.joins(SECOND, SITI);
        center.clock.tick(Duration.ofSeconds(1));
        wants(THIRD, new PhoneNumber("+6281111111112"), CenterRules.PATIENT);
        List<ContactView> queue = center.database.read(h -> center.acd.views().list(h, center.now()));
        assertThat(queue)
                .extracting(ContactView::since)
                .containsExactly(center.now(), CenterRules.NOON, CenterRules.NOON);
        center.hangsUp(FIRST);
        center.does(h -> center.acd.desk().endWrapUp(h, "ann", "resolved", Optional.empty(), center.now()));
        assertThat(center.contact(THIRD).reservation()).contains(center.ringing("ann"));
    }

    @Test
    void why_nobody_could_be_chosen_is_kept_from_the_first_moment_on_and_replaced_when_it_is_something_else() {
        agent("ann", CenterRules.SKILL);
        center.joins(FIRST);
        center.joins(SECOND, SITI);
        assertThat(history(SECOND))
                .containsExactly(new RoutingDecision(
                        CenterRules.NOON, Optional.empty(), List.of(failed("ann", RoutingRule.FREE, "busy"))));
        center.clock.tick(Duration.ofSeconds(5));
        center.presses1(center.ringing("ann"));
        center.clock.tick(Duration.ofSeconds(5));
        center.agent("bob", List.of(Language.ENGLISH), Set.of(CenterRules.SKILL));
        Instant since = center.now();
        RoutingDecision newest = new RoutingDecision(
                since,
                Optional.empty(),
                List.of(failed("ann", RoutingRule.FREE, "busy"), failed("bob", RoutingRule.LANGUAGE, "id")));
        assertThat(history(SECOND)).containsExactly(newest);
        center.clock.tick(Duration.ofSeconds(5));
        center.joins(THIRD, new PhoneNumber("+6281111111112"));
        assertThat(history(SECOND)).containsExactly(newest);
    }

    private static ConsideredAgent failed(String username, RoutingRule rule, String found) {
        return new ConsideredAgent(username, false, Map.of(rule, found), Optional.empty());
    }

    @Test
    void every_offer_of_a_contact_is_kept() {
        agent("ann", CenterRules.SKILL);
        center.joins(FIRST);
        center.clock.tick(Duration.ofSeconds(1));
        center.refuses(center.ringing("ann"));
        center.clock.tick(Duration.ofSeconds(1));
        agent("bob", CenterRules.SKILL);
        assertThat(history(FIRST))
                .extracting(RoutingDecision::chosen)
                .containsExactly(Optional.of("bob"), Optional.empty(), Optional.of("ann"));
        assertThat(history(FIRST).get(0).agents().get(0)).isEqualTo(failed("ann", RoutingRule.NOT_REFUSED, ""));
    }

    @Test
    void a_desk_that_was_not_heard_of_for_half_a_minute_is_offered_nothing_until_it_is_back() {
        agent("ann", CenterRules.SKILL);
        seesDesk("ann");
        center.clock.tick(Agent.DESK_LOST_AFTER);
        center.joins(FIRST);
        assertThat(center.findRinging("ann")).isEmpty();
        assertThat(history(FIRST).get(0).agents()).containsExactly(failed("ann", RoutingRule.DESK, ""));
        center.clock.tick(Duration.ofSeconds(8));
        seesDesk("ann");
        assertThat(center.contact(FIRST).reservation()).contains(center.ringing("ann"));
    }

    @Test
    void a_desk_that_loses_its_connection_on_a_call_keeps_the_call() {
        agent("ann", CenterRules.SKILL);
        center.joins(FIRST);
        seesDesk("ann");
        center.presses1(center.ringing("ann"));
        center.passes(Duration.ofMinutes(2));
        assertThat(center.state("ann")).isEqualTo(AgentState.ON_CALL);
        center.joins(SECOND, SITI);
        center.hangsUp(FIRST);
        center.does(h -> center.acd.desk().endWrapUp(h, "ann", "resolved", Optional.empty(), center.now()));
        assertThat(center.findRinging("ann")).isEmpty();
        seesDesk("ann");
        assertThat(center.contact(SECOND).reservation()).contains(center.ringing("ann"));
    }

    @Test
    void who_was_made_available_by_a_program_needs_no_desk() {
        agent("ann", CenterRules.SKILL);
        seesDesk("ann");
        center.clock.tick(Duration.ofHours(10));
        center.says("ann", Presence.OFFLINE);
        center.says("ann", Presence.AVAILABLE);
        center.joins(FIRST);
        assertThat(center.findRinging("ann")).isPresent();
    }
}
