package hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.phone.CallSid;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is asked to rate a conversation, how, and how often. */
abstract class RatingsContract extends QueueContract {
    private void talks(CallSid call) {
        center.agent("ann");
        center.joins(call);
        center.presses1(center.ringing("ann"));
    }

    private void isLetGo() {
        center.does(h -> center.acd.controls().hangUp(h, "ann", center.now()));
    }

    private boolean isAsked(CallSid call) {
        return center.does(h -> center.ratings.ask(h, call, center.now()));
    }

    private boolean presses(CallSid call, int score) {
        return center.does(h -> center.ratings.answer(h, call, score, center.now()));
    }

    private void ends(CallSid call) {
        center.hangsUp(call);
        center.does(h -> {
            center.ratings.afterCall(h, call, center.now());
            return true;
        });
    }

    private List<String> scores() {
        return center.texts("select username || ' ' || score from rating where score is not null");
    }

    private String sentToken() {
        talks(FIRST);
        ends(FIRST);
        assertThat(center.links.tokens).hasSize(1);
        return center.links.tokens.get(0);
    }

    private boolean rates(String token, int score) {
        return center.does(h -> center.ratings.rate(h, token, score, center.now()));
    }

    private Optional<Rating> find(String token) {
        return center.database.read(h -> center.ratings.find(h, token, center.now()));
    }

    @Test
    void a_caller_who_stays_on_the_line_rates_by_key_once() {
        talks(FIRST);
        isLetGo();
        assertThat(presses(FIRST, 5)).isFalse();
        assertThat(isAsked(FIRST)).isTrue();
        assertThat(presses(FIRST, 6)).isFalse();
        assertThat(presses(FIRST, 4)).isTrue();
        assertThat(presses(FIRST, 1)).isFalse();
        assertThat(scores()).containsExactly("ann 4");
        ends(FIRST);
        assertThat(center.links.tokens).isEmpty();
    }

    @Test
    void who_hears_the_question_and_says_nothing_is_left_alone() {
        talks(FIRST);
        isLetGo();
        isAsked(FIRST);
        center.clock.tick(Duration.ofSeconds(6));
        ends(FIRST);
        assertThat(center.links.tokens).isEmpty();
    }

    @Test
    void who_has_hung_up_before_the_question_gets_a_link() {
        talks(FIRST);
        isLetGo();
        isAsked(FIRST);
        center.clock.tick(Duration.ofSeconds(2));
        ends(FIRST);
        assertThat(center.links.tokens).hasSize(1);
    }

    @Test
    void who_hangs_up_gets_a_link_that_works_once() {
        String token = sentToken();
        assertThat(find(token)).hasValueSatisfying(rating -> {
            assertThat(rating.agentName()).isEqualTo("ann");
            assertThat(rating.ticket()).contains("123456782");
        });
        assertThat(rates("another", 5)).isFalse();
        assertThat(rates(token, 2)).isTrue();
        assertThat(rates(token, 5)).isFalse();
        assertThat(scores()).containsExactly("ann 2");
        assertThat(center.texts("select token_hash from rating")).doesNotContain(token);
    }

    @Test
    void words_are_added_once_and_only_to_a_score() {
        String token = sentToken();
        assertThat(center.<Boolean>does(h -> center.ratings.note(h, token, "early", center.now())))
                .isFalse();
        rates(token, 5);
        assertThat(center.<Boolean>does(h -> center.ratings.note(h, token, "x".repeat(600), center.now())))
                .isTrue();
        assertThat(center.<Boolean>does(h -> center.ratings.note(h, token, "more", center.now())))
                .isFalse();
        assertThat(center.texts("select note from rating")).containsExactly("x".repeat(500));
    }

    @Test
    void a_link_is_good_for_seven_days() {
        String token = sentToken();
        center.clock.tick(Duration.ofDays(7).minusSeconds(1));
        assertThat(find(token)).isPresent();
        center.clock.tick(Duration.ofSeconds(1));
        assertThat(find(token)).isEmpty();
        assertThat(rates(token, 5)).isFalse();
    }

    @Test
    void about_one_ticket_somebody_is_asked_once_in_thirty_days() {
        sentToken();
        center.passes(Duration.ofDays(29));
        talks(SECOND);
        isLetGo();
        assertThat(isAsked(SECOND)).isFalse();
        ends(SECOND);
        assertThat(center.links.tokens).hasSize(1);
        center.passes(Duration.ofDays(1));
        CallSid third = new CallSid("CA3");
        talks(third);
        ends(third);
        assertThat(center.links.tokens).hasSize(2);
    }

    @Test
    void who_never_spoke_with_an_agent_is_never_asked() {
        center.agent("ann");
        center.joins(FIRST);
        assertThat(isAsked(FIRST)).isFalse();
        ends(FIRST);
        assertThat(isAsked(FIRST)).isFalse();
        assertThat(center.links.tokens).isEmpty();
    }
}
