package hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.AgentState;
import hotline.flow.Answer;
import hotline.phone.CallSid;
import hotline.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When customers may be rung, what they are told of it, and what that means to who waits. */
abstract class CallbackTimesContract extends CallbackSteps {
    @Test
    void nobody_is_rung_at_night() {
        center.clock.pin(Instant.parse("2026-11-23T11:59:30Z"));
        center.agent("ann");
        Instant eight = Instant.parse("2026-11-24T01:00:00Z");
        assertThat(books(FIRST)).isEqualTo(toBudi("booked", "tomorrow", eight));
        assertThat(callback().notBefore()).isEqualTo(eight);
        center.clock.pin(Instant.parse("2026-11-23T18:00:00Z"));
        assertThat(books(FIRST)).isEqualTo(toBudi("booked", "today", eight));
        center.clock.pin(Instant.parse("2026-11-24T00:59:30Z"));
        center.settles();
        assertThat(dialsTo(CallCenter.BUDI)).isEmpty();
        center.passes(Duration.ofMinutes(1));
        assertThat(dialsTo(CallCenter.BUDI)).hasSize(1);
    }

    @Test
    void a_callback_whose_turn_comes_at_night_waits_for_the_morning() {
        center.clock.pin(Instant.parse("2026-11-23T11:50:00Z"));
        books(FIRST);
        center.passes(Duration.ofHours(1));
        center.agent("ann");
        assertThat(center.state("ann")).isEqualTo(AgentState.AVAILABLE);
        assertThat(callback().notBefore()).isEqualTo(Instant.parse("2026-11-24T01:00:00Z"));
        center.clock.pin(Instant.parse("2026-11-24T01:00:00Z"));
        center.settles();
        assertThat(dialsTo(CallCenter.BUDI)).hasSize(1);
    }

    /** At night, when nobody is rung. */
    private void manyBookAtNight(int callbacks) {
        center.clock.pin(Instant.parse("2026-11-23T12:00:00Z"));
        for (int i = 0; i < callbacks; i++) {
            center.clock.tick(Duration.ofSeconds(1));
            books(
                    new CallSid("CA-night-" + i),
                    Optional.empty(),
                    Optional.of(new PhoneNumber("+62813" + (10_000_000 + i))));
        }
    }

    @Test
    void callbacks_of_the_morning_are_not_ahead_of_who_waits_at_night() {
        int many = SkillRules.USUAL.mostWaiting();
        manyBookAtNight(many);
        center.clock.tick(Duration.ofMinutes(1));
        center.agent("ann");

        Answer atNight = center.joins(FIRST);

        assertThat(atNight.exit()).isEqualTo("joined");
        center.presses1(center.ringing("ann"));
        assertThat(center.joins(SECOND).facts()).containsEntry("queue.place", "1");
        assertThat(listed())
                .hasSize(many + 2)
                .filteredOn(one -> one.position().isPresent())
                .hasSize(1);

        center.clock.pin(Instant.parse("2026-11-24T01:00:00Z"));
        assertThat(listed())
                .filteredOn(one -> one.state() == ContactState.WAITING && one.kind() == ContactKind.LIVE)
                .extracting(ContactView::position)
                .containsExactly(Optional.of(many + 1));
        assertThat(center.joins(new CallSid("CA-morning"))).isEqualTo(Answer.of("full"));
    }

    @Test
    void callbacks_of_the_same_morning_are_in_line_with_each_other() {
        manyBookAtNight(3);
        OpenCallbacks.Ringing third =
                new OpenCallbacks.Ringing(FIRST, Optional.of(new PhoneNumber("+6281310000002")), false);

        Answer found = center.does(h -> center.acd.openCallbacks().find(h, third, center.now()));

        assertThat(found.facts()).containsEntry("callback.place", "3");
    }

    private List<ContactView> listed() {
        return center.database.read(h -> center.acd.views().list(h, center.now()));
    }
}
