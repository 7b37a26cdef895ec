package hotline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the writer promises those who share a commit, on either database. */
@Timeout(30)
abstract class WriterGroupContract extends WriterFixture {
    @Test
    void whatever_a_use_case_throws_its_neighbors_in_the_group_are_unharmed() {
        Held held = hold();
        Job<Boolean> before = writer.submit(handle -> put(handle, "before"));
        Job<Boolean> wrongSql = writer.submit(handle -> {
            put(handle, "wrong sql");
            handle.execute("insert into no_such_table values (1)");
            return true;
        });
        Job<Boolean> between = writer.submit(handle -> put(handle, "between"));
        Job<Boolean> twice = writer.submit(handle -> {
            put(handle, "twice");
            return handle.execute("insert into due_work select * from due_work") > 0;
        });
        Job<Boolean> error = writer.submit(handle -> {
            put(handle, "error");
            throw new StackOverflowError("deep");
        });
        Job<Boolean> after = writer.submit(handle -> put(handle, "after"));
        long groups = held.release();

        assertThat(before.await(PATIENCE)).isTrue();
        assertThat(between.await(PATIENCE)).isTrue();
        assertThat(after.await(PATIENCE)).isTrue();
        assertThatThrownBy(() -> wrongSql.await(PATIENCE)).hasMessageContaining("no_such_table");
        assertThatThrownBy(() -> twice.await(PATIENCE)).hasMessageContaining("due_work");
        assertThatThrownBy(() -> error.await(PATIENCE)).isInstanceOf(StackOverflowError.class);
        assertThat(rows()).containsExactly("after", "before", "between");
        assertThat(writer.figures().groups()).as("all six in one commit").isEqualTo(groups + 1);
    }

    @Test
    void what_queued_up_is_committed_together() {
        Held held = hold();
        List<Job<Boolean>> jobs = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String key = "row " + i;
            jobs.add(writer.submit(handle -> put(handle, key)));
        }
        assertThat(writer.figures().queued()).isEqualTo(50);
        long groups = held.release();
        jobs.forEach(job -> assertThat(job.await(PATIENCE)).isTrue());
        assertThat(writer.figures().groups()).isEqualTo(groups + 1);
        assertThat(writer.figures().changes()).isEqualTo(51);
        assertThat(writer.figures().sinceLastCommit()).isPresent();
    }

    @Test
    void nobody_is_answered_before_the_commit() throws Exception {
        Held held = hold();
        Job<Boolean> first = writer.submit(handle -> put(handle, "first"));
        CompletableFuture<Boolean> answered = CompletableFuture.supplyAsync(() -> first.await(PATIENCE));
        AtomicReference<List<String>> seenByOthers = new AtomicReference<>();
        Job<Boolean> second = writer.submit(handle -> {
            seenByOthers.set(rows());
            assertThatThrownBy(() -> answered.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            return true;
        });
        held.release();
        assertThat(second.await(PATIENCE)).isTrue();
        assertThat(seenByOthers.get()).as("not committed when the second ran").isEmpty();
        assertThat(answered.get()).isTrue();
    }

    @Test
    void a_use_case_whose_caller_gave_up_before_it_began_is_not_run() {
        Held held = hold();
        Job<Boolean> job = writer.submit(handle -> put(handle, "late"));
        assertThatThrownBy(() -> job.await(Duration.ofMillis(50)))
                .isInstanceOfSatisfying(
                        StoreUnavailableException.class,
                        e -> assertThat(e.isCertainlyNotMade()).isTrue())
                .hasMessageContaining("nothing was changed");
        held.release();
        writer.write(handle -> put(handle, "next"));
        assertThat(rows()).containsExactly("next");
    }

    @Test
    void a_caller_who_gives_up_during_its_use_case_is_told_that_the_outcome_is_not_known() throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Job<Boolean> job = writer.submit(handle -> {
            put(handle, "slow");
            began.countDown();
            awaitOn(goOn);
            return true;
        });
        began.await();
        assertThatThrownBy(() -> job.await(Duration.ofMillis(50)))
                .isInstanceOfSatisfying(
                        StoreUnavailableException.class,
                        e -> assertThat(e.isCertainlyNotMade()).isFalse())
                .hasMessageContaining("not known");
        goOn.countDown();
        writer.write(handle -> put(handle, "next"));
        assertThat(rows()).containsExactly("next", "slow");
    }

    @Test
    void closing_makes_what_waits_and_takes_nothing_new() throws Exception {
        Held held = hold();
        List<Job<Boolean>> jobs = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String key = "row " + i;
            jobs.add(writer.submit(handle -> put(handle, key)));
        }
        CompletableFuture<Void> closing = CompletableFuture.runAsync(writer::close);
        held.release();
        closing.get();
        jobs.forEach(job -> assertThat(job.await(PATIENCE)).isTrue());
        assertThat(rows()).hasSize(200);
        assertThatThrownBy(() -> writer.write(handle -> put(handle, "new")))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("closed");
        assertThat(writer.isHealthy()).isFalse();
    }

    @Test
    void the_queue_has_an_end() {
        Held held = hold();
        AtomicBoolean refused = new AtomicBoolean();
        List<Job<Boolean>> taken = new ArrayList<>();
        for (int i = 0; i < 10_000 && !refused.get(); i++) {
            try {
                taken.add(writer.submit(handle -> true));
            } catch (StoreUnavailableException e) {
                refused.set(e.isCertainlyNotMade());
            }
        }
        assertThat(refused).isTrue();
        assertThat(taken).hasSize(4_096);
        held.release();
        assertThat(taken.get(4_095).await(PATIENCE)).isTrue();
        writer.write(handle -> put(handle, "a"));
    }
}
