package hotline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hotline.TestClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What due work promises, on either database. */
@Timeout(30)
abstract class DueWorkContract {
    private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");

    private final TestClock clock = TestClock.pinned(NOON);
    private final DueWork dueWork = new DueWork();
    private final List<String> ran = Collections.synchronizedList(new ArrayList<>());
    private Database database;
    private Writer writer;
    private DueWorker worker;

    abstract Database open();

    @BeforeEach
    void start() {
        database = open();
        writer = new Writer(database, Duration.ofSeconds(20));
        worker = new DueWorker(database, writer, dueWork, clock);
        dueWork.on(
                "ring",
                (handle, key, now) ->
                        ran.add(key + " " + Duration.between(NOON, now).toSeconds()));
    }

    @AfterEach
    void stop() {
        worker.close();
        writer.close();
        database.close();
    }

    @Test
    void a_deadline_is_met_when_it_comes_and_once() {
        schedule("ring", "a", 10);
        assertThat(worker.runDue()).isZero();
        clock.tick(Duration.ofSeconds(10));
        assertThat(worker.runDue()).isEqualTo(1);
        assertThat(worker.runDue()).isZero();
        assertThat(ran).containsExactly("a 10");
    }

    @Test
    void deadlines_come_in_the_order_of_their_times() {
        schedule("ring", "c", 3);
        schedule("ring", "a", 5);
        schedule("ring", "b", 1);
        worker.runDue(NOON.plusSeconds(5));
        assertThat(ran).containsExactly("b 5", "c 5", "a 5");
    }

    @Test
    void a_deadline_set_again_replaces_the_earlier_one() {
        schedule("ring", "a", 10);
        schedule("ring", "a", 20);
        assertThat(worker.runDue(NOON.plusSeconds(15))).isZero();
        assertThat(worker.runDue(NOON.plusSeconds(20))).isEqualTo(1);
    }

    @Test
    void a_deadline_taken_back_does_not_come() {
        schedule("ring", "a", 1);
        writer.write(handle -> {
            dueWork.cancel(handle, "ring", "a");
            dueWork.cancel(handle, "ring", "never set");
            return true;
        });
        assertThat(worker.runDue(NOON.plusSeconds(60))).isZero();
    }

    @Test
    void what_a_handler_writes_and_the_removal_are_one_transaction() {
        dueWork.on("chain", (handle, key, now) -> dueWork.schedule(handle, "ring", key, now.plusSeconds(1)));
        schedule("chain", "a", 0);
        worker.runDue(NOON);
        assertThat(rows()).containsExactly("ring a");
    }

    @Test
    void a_handler_may_set_its_own_next_deadline() {
        dueWork.on("tick", (handle, key, now) -> {
            ran.add("tick");
            dueWork.schedule(handle, "tick", key, now.plusSeconds(30));
        });
        schedule("tick", "a", 0);
        worker.runDue(NOON);
        worker.runDue(NOON.plusSeconds(29));
        worker.runDue(NOON.plusSeconds(30));
        assertThat(ran).hasSize(2);
        assertThat(rows()).containsExactly("tick a");
    }

    @Test
    void a_handler_that_fails_is_tried_again_later_and_later_and_holds_nobody_up() {
        dueWork.on("bad", (handle, key, now) -> {
            ran.add("bad " + Duration.between(NOON, now).toSeconds());
            handle.execute("insert into no_such_table values (1)");
        });
        schedule("bad", "x", 0);
        schedule("ring", "a", 0);
        assertThat(worker.runDue()).isEqualTo(1);
        for (int second = 0; second < 20; second++) {
            clock.tick(Duration.ofSeconds(1));
            worker.runDue();
        }
        assertThat(ran).containsExactly("bad 0", "a 0", "bad 1", "bad 3", "bad 7", "bad 15");
        assertThat(rows()).containsExactly("bad x");
    }

    @Test
    void what_a_failing_handler_had_written_is_undone() {
        dueWork.on("bad", (handle, key, now) -> {
            dueWork.schedule(handle, "ring", key, now);
            throw new IllegalStateException("broken");
        });
        schedule("bad", "x", 0);
        worker.runDue();
        assertThat(rows()).containsExactly("bad x");
    }

    @Test
    void a_kind_without_a_handler_waits_for_a_node_that_has_one() {
        schedule("of the next version", "a", 0);
        schedule("ring", "b", 1);
        worker.runDue(NOON.plusSeconds(1));
        assertThat(ran).containsExactly("b 1");
        assertThat(rows()).containsExactly("of the next version a");
    }

    @Test
    void a_kind_has_one_handler() {
        assertThatThrownBy(() -> dueWork.on("ring", (handle, key, now) -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ring");
    }

    @Test
    void two_nodes_meet_each_deadline_once() throws Exception {
        writer.write(handle -> {
            for (int i = 0; i < 300; i++) {
                dueWork.schedule(handle, "ring", "row " + i, NOON);
            }
            return true;
        });
        try (Writer otherWriter = new Writer(database, Duration.ofSeconds(20));
                DueWorker other = new DueWorker(database, otherWriter, dueWork, clock)) {
            CompletableFuture<Integer> there = CompletableFuture.supplyAsync(() -> other.runDue());
            int here = worker.runDue();
            assertThat(here + there.get()).isEqualTo(300);
        }
        assertThat(rows()).isEmpty();
    }

    @Test
    void the_thread_wakes_for_a_deadline_that_was_set_while_it_slept() {
        Clock real = Clock.systemUTC();
        DueWork own = new DueWork();
        own.on("soon", (handle, key, now) -> ran.add(key));
        try (DueWorker thread = new DueWorker(database, writer, own, real)) {
            thread.start();
            for (String key : List.of("a", "b", "c")) {
                Instant due = real.instant().plusMillis(100);
                writer.write(handle -> {
                    own.schedule(handle, "soon", key, due);
                    return true;
                });
                await().atMost(Duration.ofSeconds(10)).until(() -> ran.contains(key));
                assertThat(real.instant()).isAfterOrEqualTo(due);
            }
        }
    }

    private void schedule(String kind, String key, int afterSeconds) {
        writer.write(handle -> {
            dueWork.schedule(handle, kind, key, NOON.plusSeconds(afterSeconds));
            return true;
        });
    }

    private List<String> rows() {
        return database.read(handle -> handle.createQuery("select kind || ' ' || item_key from due_work order by 1")
                .mapTo(String.class)
                .list());
    }
}
