package hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.Presence;
import hotline.flow.Answer;
import hotline.phone.CallSid;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Places that are kept, hours in which nobody is there, and waits of which nobody knows how long they are. */
abstract class WaitingContract extends QueueContract {
    private static final CallSid AGAIN = new CallSid("CA-again");
    private static final CallSid ONCE_MORE = new CallSid("CA-once-more");
    private static final PhoneNumber OTHER = new PhoneNumber("+6281111111111");

    /** Everybody is busy, so that callers wait. */
    private void busyAgents() {
        agent("ann");
        center.joins(new CallSid("CA0"), new PhoneNumber("+6281111111119"));
        center.presses1(center.ringing("ann"));
    }

    private void agent(String username) {
        Set<String> skills = Set.of(CenterRules.SKILL, CenterRules.OTHER_SKILL, CenterRules.STAFFED_SKILL);
        center.agent(username, List.of(Language.INDONESIAN), skills);
    }

    private Optional<UUID> leavesMessage(CallSid call) {
        return center.does(h -> center.acd.contacts().leftMessage(h, call, center.now()));
    }

    /** The first caller waits and is cut off, a second one waits on. */
    private Instant cutOff() {
        busyAgents();
        Instant since = center.now();
        center.joins(FIRST);
        center.clock.tick(Duration.ofSeconds(30));
        center.joins(SECOND, OTHER);
        center.clock.tick(Duration.ofSeconds(30));
        center.hangsUp(FIRST);
        return since;
    }

    @Test
    void a_caller_who_was_cut_off_has_the_old_place_again() {
        Instant since = cutOff();
        center.clock.tick(Duration.ofMinutes(5));

        Answer joined = center.joins(AGAIN);

        assertThat(joined.facts()).containsEntry("queue.kept", "true").containsEntry("queue.place", "1");
        assertThat(center.contact(AGAIN).since()).isEqualTo(since);
        assertThat(center.contact(AGAIN).waitingFrom()).isEqualTo(center.now());
        assertThat(center.waits(SECOND).facts()).containsEntry("queue.place", "2");
    }

    @Test
    void the_place_of_a_call_that_fell_silent_is_kept_too() {
        busyAgents();
        Instant since = center.now();
        center.joins(FIRST);
        center.passes(Duration.ofMinutes(6));
        assertThat(center.contact(FIRST).outcome()).contains(ContactOutcome.LOST);

        center.joins(AGAIN);

        assertThat(center.contact(AGAIN).since()).isEqualTo(since);
    }

    @Test
    void a_place_is_given_back_once() {
        cutOff();
        center.joins(AGAIN);

        Answer second = center.joins(ONCE_MORE);

        assertThat(second.facts()).doesNotContainKey("queue.kept").containsEntry("queue.place", "3");
    }

    @Test
    void a_call_that_asks_again_is_told_of_the_kept_place_once_and_keeps_it() {
        Instant since = cutOff();
        center.joins(AGAIN);

        assertThat(center.joins(AGAIN).facts()).doesNotContainKey("queue.kept");
        assertThat(center.contact(AGAIN).since()).isEqualTo(since);
    }

    @Test
    void a_place_is_lost_after_five_minutes() {
        cutOff();
        center.clock.tick(Duration.ofMinutes(5).plusMillis(1));

        assertThat(center.joins(AGAIN).facts()).doesNotContainKey("queue.kept");
    }

    @Test
    void a_place_is_kept_for_the_same_caller_and_topic_only() {
        cutOff();

        assertThat(center.joins(AGAIN, new PhoneNumber("+6281222222222")).facts())
                .doesNotContainKey("queue.kept");
        assertThat(center.joins(ONCE_MORE, CallCenter.BUDI, CenterRules.OTHER_SKILL)
                        .facts())
                .doesNotContainKey("queue.kept");
    }

    @Test
    void who_left_for_another_way_out_or_was_served_has_no_place_to_come_back_to() {
        busyAgents();
        center.joins(FIRST);
        center.does(h -> center.acd.contacts().leave(h, FIRST, center.now()));
        assertThat(center.joins(AGAIN).facts()).doesNotContainKey("queue.kept");
        agent("bob");
        center.presses1(center.ringing("bob"));
        center.hangsUp(AGAIN);

        assertThat(center.joins(ONCE_MORE).facts()).doesNotContainKey("queue.kept");
    }

    @Test
    void a_full_queue_still_takes_who_had_a_place_in_it() {
        cutOff();
        for (int i = 0; i < SkillRules.USUAL.mostWaiting() - 1; i++) {
            center.joins(new CallSid("CA-full-" + i), new PhoneNumber("+62813" + (10_000_000 + i)));
        }
        assertThat(center.joins(ONCE_MORE, new PhoneNumber("+6281999999999"))).isEqualTo(Answer.of("full"));

        assertThat(center.joins(AGAIN).exit()).isEqualTo("joined");
    }

    @Test
    void outside_the_staffed_hours_nobody_is_taken_in() {
        agent("ann");
        center.clock.pin(CenterRules.CLOSING.minusSeconds(1));
        assertThat(center.joins(FIRST, CallCenter.BUDI, CenterRules.STAFFED_SKILL)
                        .exit())
                .isEqualTo("joined");
        center.clock.pin(CenterRules.CLOSING);

        assertThat(center.joins(SECOND, OTHER, CenterRules.STAFFED_SKILL)).isEqualTo(Answer.of("closed"));
        assertThat(center.newest(SECOND)).isEmpty();
        assertThat(center.joins(new CallSid("CA3"), OTHER, CenterRules.OTHER_SKILL)
                        .exit())
                .isEqualTo("joined");
    }

    @Test
    void who_waits_when_the_hours_end_is_served_as_long_as_somebody_is_there_and_then_told_that_it_is_late() {
        center.clock.pin(CenterRules.CLOSING.minusSeconds(1));
        busyAgents();
        center.joins(FIRST, CallCenter.BUDI, CenterRules.STAFFED_SKILL);
        center.clock.tick(Duration.ofMinutes(1));
        assertThat(center.waits(FIRST).exit()).isEqualTo("waiting");
        agent("bob");
        assertThat(center.contact(FIRST).reservation()).contains(center.ringing("bob"));
        center.refusesAtDesk("bob");

        center.says("bob", Presence.OFFLINE);
        center.says("ann", Presence.OFFLINE);

        assertThat(center.waits(FIRST)).isEqualTo(Answer.of("closed"));
        assertThat(center.contact(FIRST).outcome()).contains(ContactOutcome.NOBODY);
    }

    @Test
    void a_wait_of_which_nobody_can_tell_how_long_it_is_has_no_estimate() {
        busyAgents();

        Answer joined = center.joins(FIRST, CallCenter.BUDI, CenterRules.OTHER_SKILL);

        assertThat(joined.facts())
                .containsEntry("queue.place", "1")
                .containsEntry("queue.agents", "1")
                .containsEntry("queue.long", "false")
                .doesNotContainKeys("queue.estimate-low", "queue.estimate-high");
    }

    @Test
    void a_message_is_what_became_of_the_contact_that_was_left_for_it() {
        busyAgents();
        center.joins(FIRST);
        center.does(h -> center.acd.contacts().leave(h, FIRST, center.now()));
        assertThat(center.contact(FIRST).outcome()).contains(ContactOutcome.LEFT);

        for (int i = 0; i < 2; i++) {
            assertThat(leavesMessage(FIRST)).contains(center.contact(FIRST).id());
            assertThat(center.contact(FIRST).outcome()).contains(ContactOutcome.VOICEMAIL);
        }
    }

    @Test
    void a_contact_that_ended_for_another_reason_stays_so_when_a_message_is_left() {
        busyAgents();
        center.joins(FIRST);
        center.says("ann", Presence.OFFLINE);
        center.waits(FIRST);
        leavesMessage(FIRST);

        assertThat(center.contact(FIRST).outcome()).contains(ContactOutcome.NOBODY);
        assertThat(leavesMessage(SECOND)).isEmpty();
    }
}
