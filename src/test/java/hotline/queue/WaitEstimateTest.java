package hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaitEstimateTest {
    private static final Duration FIVE = Duration.ofMinutes(5);

    @Test
    void it_is_a_range_around_place_times_handle_time_over_agents() {
        assertThat(WaitEstimate.of(6, 2, FIVE)).contains(new WaitEstimate(10, 20));
    }

    @Test
    void it_never_promises_less_than_a_minute_and_is_never_a_single_figure() {
        assertThat(WaitEstimate.of(1, 20, Duration.ofSeconds(30))).contains(new WaitEstimate(1, 2));
    }

    @Test
    void it_is_unknown_when_nobody_is_there() {
        assertThat(WaitEstimate.of(1, 0, FIVE)).isEmpty();
    }

    @Test
    void it_does_not_grow_as_one_moves_up() {
        for (int place = 2; place <= 50; place++) {
            WaitEstimate further = WaitEstimate.of(place, 3, FIVE).orElseThrow();
            WaitEstimate nearer = WaitEstimate.of(place - 1, 3, FIVE).orElseThrow();
            assertThat(nearer.lowMinutes()).isLessThanOrEqualTo(further.lowMinutes());
            assertThat(nearer.highMinutes()).isLessThanOrEqualTo(further.highMinutes());
        }
    }

    @Test
    void a_few_contacts_say_nothing_of_the_handle_time() {
        List<Duration> few = Collections.nCopies(WaitEstimate.LEAST_SAMPLES - 1, Duration.ofMinutes(1));
        List<Duration> enough = Collections.nCopies(WaitEstimate.LEAST_SAMPLES, Duration.ofMinutes(1));
        assertThat(WaitEstimate.handleTime(few, Optional.of(FIVE))).contains(FIVE);
        assertThat(WaitEstimate.handleTime(enough, Optional.of(FIVE))).contains(Duration.ofMinutes(1));
    }
}
