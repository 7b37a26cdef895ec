package hotline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InTimeTest {
    private final CountDownLatch never = new CountDownLatch(1);

    private String blocked() {
        try {
            never.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return "late";
    }

    @Test
    void work_that_is_done_in_time_gives_its_own_answer() {
        try (InTime inTime = new InTime(Duration.ofSeconds(20), 1, 1)) {
            assertThat(inTime.run(() -> "answer", Throwable::toString).join()).isEqualTo("answer");
        }
    }

    @Test
    void what_the_work_throws_is_handed_on_as_it_is() {
        try (InTime inTime = new InTime(Duration.ofSeconds(20), 1, 1)) {
            IllegalStateException thrown = new IllegalStateException("x");
            CompletableFuture<Throwable> result = inTime.run(
                    () -> {
                        throw thrown;
                    },
                    e -> e);
            assertThat(result.join()).isSameAs(thrown);
        }
    }

    @Test
    void who_finds_no_place_is_answered_at_once() {
        try (InTime inTime = new InTime(Duration.ofMinutes(5), 1, 1)) {
            CompletableFuture<String> working = inTime.run(this::blocked, Throwable::toString);
            CompletableFuture<String> waiting = inTime.run(this::blocked, Throwable::toString);
            String refused =
                    inTime.run(this::blocked, e -> e.getClass().getSimpleName()).join();
            assertThat(refused).isEqualTo(RejectedExecutionException.class.getSimpleName());
            never.countDown();
            assertThat(working.join() + waiting.join()).isEqualTo("latelate");
        }
    }

    @Test
    void work_that_waited_until_its_time_was_over_is_never_begun() {
        try (InTime inTime = new InTime(Duration.ofMillis(50), 1, 10)) {
            AtomicInteger begun = new AtomicInteger();
            inTime.run(this::blocked, Throwable::toString).join();
            String late = inTime.run(
                            () -> "begun " + begun.incrementAndGet(),
                            e -> e.getClass().getSimpleName())
                    .join();
            assertThat(late).isEqualTo(TimeoutException.class.getSimpleName());
            never.countDown();
            // One thread takes things in order: once it does this, it has passed the other.
            while (!inTime.run(() -> "passed", e -> "not yet").join().equals("passed")) {
                Thread.onSpinWait();
            }
            assertThat(begun).hasValue(0);
        }
    }
}
