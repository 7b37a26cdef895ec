package hotline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hotline.store.FaultProxy.Mode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A PostgreSQL that goes away, falls silent, or loses an answer on the way. */
@Timeout(60)
class PostgresFaultsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private String url;
    private FaultProxy proxy;
    private Database direct;
    private Database database;
    private Writer writer;

    @BeforeEach
    void start() {
        url = TestDatabase.postgresUrl();
        proxy = new FaultProxy(TestDatabase.postgresPort());
        direct = Database.open(url);
        database = Database.open(
                url.replace(":" + TestDatabase.postgresPort() + "/", ":" + proxy.port() + "/") + "&socketTimeout=1");
        writer = new Writer(database, PATIENCE);
    }

    @AfterEach
    void stop() {
        proxy.mode(Mode.PASS);
        writer.close();
        database.close();
        direct.close();
        proxy.close();
    }

    @Test
    void when_the_answer_to_a_commit_is_lost_the_outcome_is_not_known_and_the_repeat_does_no_harm() {
        proxy.loseReplyTo("COMMIT");
        assertThatThrownBy(() -> writer.write(PostgresFaultsTest::openOnce))
                .isInstanceOfSatisfying(
                        StoreUnavailableException.class,
                        e -> assertThat(e.isCertainlyNotMade()).isFalse())
                .hasMessageContaining("not known");
        assertThat(rows()).as("it was made after all").containsExactly("once");

        proxy.mode(Mode.PASS);
        assertThat(writer.write(PostgresFaultsTest::openOnce)).as("rows added").isZero();
        assertThat(rows()).containsExactly("once");
    }

    @Test
    void callers_are_told_within_their_patience_when_the_database_falls_silent() {
        writer.write(handle -> put(handle, "before"));
        proxy.mode(Mode.BLACKHOLE);
        long began = System.nanoTime();
        CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(() -> writer.write(h -> put(h, "first")));
        CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(() -> writer.write(h -> put(h, "second")));
        for (CompletableFuture<Boolean> caller : List.of(first, second)) {
            assertThatThrownBy(caller::join)
                    .hasRootCauseInstanceOf(Exception.class)
                    .cause()
                    .isInstanceOf(StoreUnavailableException.class);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PATIENCE.plusMillis(800));
        proxy.mode(Mode.PASS);
        await().atMost(Duration.ofSeconds(10)).until(writer::isHealthy);
        writer.write(handle -> put(handle, "after"));
        assertThat(rows()).contains("before", "after");
    }

    @Test
    void a_broken_connection_fails_its_whole_group_and_the_next_group_has_a_new_one() throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Job<Boolean> neighbor = writer.submit(handle -> {
            put(handle, "neighbor");
            began.countDown();
            return awaitOn(goOn);
        });
        began.await();
        proxy.mode(Mode.RESET);
        goOn.countDown();
        assertThatThrownBy(() -> neighbor.await(PATIENCE))
                .isInstanceOfSatisfying(
                        StoreUnavailableException.class,
                        e -> assertThat(e.isCertainlyNotMade()).isTrue());
        proxy.mode(Mode.PASS);
        writer.write(handle -> put(handle, "next"));
        assertThat(rows()).containsExactly("next");
    }

    @Test
    void a_use_case_that_swallows_the_breakdown_does_not_pass_for_made() {
        assertThatThrownBy(() -> writer.write(handle -> {
                    put(handle, "a");
                    proxy.mode(Mode.RESET);
                    try {
                        return put(handle, "b");
                    } catch (RuntimeException e) {
                        return true;
                    }
                }))
                .isInstanceOf(StoreUnavailableException.class);
        proxy.mode(Mode.PASS);
        writer.write(handle -> put(handle, "next"));
        assertThat(rows()).containsExactly("next");
    }

    @Test
    void while_the_database_is_down_everyone_is_refused_quickly_and_it_is_noticed_when_it_is_back() {
        proxy.mode(Mode.DOWN);
        assertThatThrownBy(() -> writer.write(handle -> put(handle, "a")))
                .isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> writer.write(handle -> put(handle, "b")))
                .isInstanceOfSatisfying(
                        StoreUnavailableException.class,
                        e -> assertThat(e.isCertainlyNotMade()).isTrue());
        assertThat(writer.isHealthy()).isFalse();
        assertThat(writer.figures().refusedGroups()).isPositive();
        proxy.mode(Mode.PASS);
        await().atMost(Duration.ofSeconds(10)).until(writer::isHealthy);
    }

    @Test
    void an_idle_writer_notices_that_the_database_has_gone() {
        writer.write(handle -> put(handle, "a"));
        proxy.mode(Mode.DOWN);
        await().atMost(Duration.ofSeconds(10)).until(() -> !writer.isHealthy());
    }

    @Test
    void reading_says_that_the_database_is_away() {
        proxy.mode(Mode.DOWN);
        assertThatThrownBy(() -> database.read(handle -> handle.execute("select 1")))
                .isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void reading_cannot_bypass_the_writer() {
        assertThatThrownBy(() -> direct.read(handle -> put(handle, "a"))).hasMessageContaining("read-only");
    }

    @Test
    void two_nodes_that_lock_the_same_rows_crosswise_both_succeed() throws Exception {
        writer.write(handle -> put(handle, "x") && put(handle, "y"));
        CountDownLatch bothBegan = new CountDownLatch(2);
        try (Writer here = new Writer(direct, Duration.ofSeconds(20));
                Writer there = new Writer(direct, Duration.ofSeconds(20))) {
            Job<Boolean> one = here.submit(handle -> lockBoth(handle, "x", "y", bothBegan));
            Job<Boolean> two = there.submit(handle -> lockBoth(handle, "y", "x", bothBegan));
            assertThat(one.await(Duration.ofSeconds(20))).isTrue();
            assertThat(two.await(Duration.ofSeconds(20))).isTrue();
        }
    }

    @Test
    void a_node_that_stands_still_with_a_lock_fails_only_those_who_need_it() throws Exception {
        writer.write(handle -> put(handle, "x"));
        // Not a writer of ours: the database would take the lock from it after a while.
        try (Database patientUrl = Database.open(url);
                Writer patient = new Writer(patientUrl, Duration.ofSeconds(20));
                Connection stuck = DriverManager.getConnection(url)) {
            stuck.setAutoCommit(false);
            stuck.createStatement().execute("update due_work set failures = 9 where item_key = 'x'");
            Job<Boolean> needsIt = patient.submit(handle -> lock(handle, "x"));
            Job<Boolean> other = patient.submit(handle -> put(handle, "y"));
            assertThat(other.await(Duration.ofSeconds(20))).isTrue();
            assertThatThrownBy(() -> needsIt.await(Duration.ofSeconds(20)))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("another transaction was in the way");
        }
    }

    private static boolean awaitOn(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean lockBoth(Handle handle, String first, String second, CountDownLatch bothBegan) {
        lock(handle, first);
        bothBegan.countDown();
        awaitOn(bothBegan);
        return lock(handle, second);
    }

    private static boolean lock(Handle handle, String key) {
        return handle.execute("update due_work set failures = failures + 1 where item_key = ?", key) == 1;
    }

    private static int openOnce(Handle handle) {
        return handle.execute(
                "insert into due_work (kind, item_key, due_at, failures) values ('kind', 'once', ?, 0)"
                        + " on conflict do nothing",
                NOON);
    }

    private static boolean put(Handle handle, String key) {
        new DueWork().schedule(handle, "kind", key, NOON);
        return true;
    }

    private List<String> rows() {
        return direct.read(handle -> handle.createQuery("select item_key from due_work order by item_key")
                .mapTo(String.class)
                .list());
    }
}
