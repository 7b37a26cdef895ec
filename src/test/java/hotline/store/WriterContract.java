package hotline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the writer promises, on either database. A row of {@code due_work} stands for any change. */
@Timeout(30)
abstract class WriterContract {
    private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DueWork dueWork = new DueWork();
    private Database database;
    private Writer writer;

    abstract Database open();

    @BeforeEach
    void start() {
        database = open();
        writer = new Writer(database, PATIENCE);
    }

    @AfterEach
    void stop() {
        writer.close();
        database.close();
    }

    @Test
    void what_a_use_case_wrote_is_there_once_it_is_answered() {
        writer.write(handle -> put(handle, "a"));
        assertThat(rows()).containsExactly("a");
    }

    @Test
    void a_failing_use_case_leaves_nothing_behind() {
        assertThatThrownBy(() -> writer.write(handle -> {
                    put(handle, "a");
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");
        assertThat(rows()).isEmpty();
    }

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
    void a_use_case_that_writes_through_the_writer_fails_at_once_and_loudly() {
        assertThatThrownBy(() -> writer.write(handle -> writer.write(inner -> put(inner, "inner"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("pass the Handle on");
        assertThat(rows()).isEmpty();
    }

    @Test
    void a_use_case_cannot_end_the_transaction_of_its_neighbors() {
        assertThatThrownBy(() -> writer.write(handle -> {
                    put(handle, "a");
                    handle.commit();
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the writer begins, commits and rolls back");
        assertThat(rows()).isEmpty();
    }

    @Test
    void a_transaction_inside_a_use_case_is_part_of_it() {
        assertThatThrownBy(() -> writer.write(handle -> {
                    handle.useTransaction(inner -> put(inner, "a"));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(rows()).isEmpty();
    }

    @Test
    void commit_listeners_run_after_every_commit_and_cannot_stop_the_writer() {
        AtomicReference<List<String>> seen = new AtomicReference<>(List.of());
        AtomicReference<RuntimeException> nested = new AtomicReference<>();
        writer.onCommit(() -> {
            try {
                writer.write(handle -> put(handle, "from a listener"));
            } catch (RuntimeException e) {
                nested.set(e);
                throw e;
            }
        });
        writer.onCommit(() -> seen.set(rows()));
        writer.write(handle -> put(handle, "a"));
        writer.write(handle -> put(handle, "b"));
        writer.close();
        assertThat(seen.get()).containsExactly("a", "b");
        assertThat(nested.get()).isInstanceOf(IllegalStateException.class);
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
        int taken = 0;
        for (int i = 0; i < 10_000 && !refused.get(); i++) {
            try {
                writer.submit(handle -> true);
                taken++;
            } catch (StoreUnavailableException e) {
                refused.set(e.isCertainlyNotMade());
            }
        }
        assertThat(refused).isTrue();
        assertThat(taken).isEqualTo(4_096);
        held.release();
        writer.write(handle -> put(handle, "a"));
    }

    @Test
    void many_callers_at_once_each_get_their_own_answer() throws Exception {
        List<CompletableFuture<Integer>> callers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int own = i;
            callers.add(CompletableFuture.supplyAsync(() -> writer.write(handle -> {
                put(handle, "row " + own);
                return own;
            })));
        }
        for (int i = 0; i < 200; i++) {
            assertThat(callers.get(i).get()).isEqualTo(i);
        }
        assertThat(rows()).hasSize(200);
    }

    private boolean put(Handle handle, String key) {
        dueWork.schedule(handle, "kind", key, NOON);
        return true;
    }

    private List<String> rows() {
        return database.read(handle -> handle.createQuery("select item_key from due_work order by item_key")
                .mapTo(String.class)
                .list());
    }

    /** Keeps the writer busy with a use case of its own, so that others queue up. */
    private Held hold() {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Job<Boolean> job = writer.submit(handle -> {
            began.countDown();
            awaitOn(goOn);
            return true;
        });
        awaitOn(began);
        return new Held(job, goOn);
    }

    private static void awaitOn(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private final class Held {
        private final Job<Boolean> job;
        private final CountDownLatch goOn;

        Held(Job<Boolean> job, CountDownLatch goOn) {
            this.job = job;
            this.goOn = goOn;
        }

        /** Lets the writer go on; returns how many groups there are once it has. */
        long release() {
            long groups = writer.figures().groups() + 1;
            goOn.countDown();
            assertThat(job.await(PATIENCE)).isTrue();
            return groups;
        }
    }
}
