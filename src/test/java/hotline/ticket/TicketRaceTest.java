package hotline.ticket;

import static hotline.ticket.Reports.NOON;
import static hotline.ticket.Reports.RINA;
import static hotline.ticket.Reports.about;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.store.Changes;
import hotline.store.Database;
import hotline.store.TestDatabase;
import hotline.store.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two nodes, each with its own writer, on one PostgreSQL. */
@Timeout(120)
class TicketRaceTest {
    private static final int ROUNDS = 40;

    @Test
    void two_nodes_that_take_the_same_report_at_once_make_one_ticket() throws Exception {
        String url = TestDatabase.postgresUrl();
        try (Database one = Database.open(url);
                Database two = Database.open(url);
                Writer first = new Writer(one, Duration.ofSeconds(20));
                Writer second = new Writer(two, Duration.ofSeconds(20))) {
            CyclicBarrier start = new CyclicBarrier(2);
            Tickets ours = tickets(1);
            Tickets theirs = tickets(2);
            for (int i = 0; i < ROUNDS; i++) {
                String order = "A" + i;
                var here = CompletableFuture.supplyAsync(() -> open(first, ours, order, start));
                var there = CompletableFuture.supplyAsync(() -> open(second, theirs, order, start));
                List<Opened> both = List.of(here.get(30, TimeUnit.SECONDS), there.get(30, TimeUnit.SECONDS));
                assertThat(both).extracting(Opened::added).containsExactlyInAnyOrder(true, false);
                assertThat(both)
                        .extracting(Opened::number)
                        .containsOnly(both.get(0).number());
            }
        }
    }

    @Test
    void a_node_that_comes_while_the_other_has_not_committed_waits_and_adds() throws Exception {
        String url = TestDatabase.postgresUrl();
        try (Database one = Database.open(url);
                Database two = Database.open(url);
                Writer first = new Writer(one, Duration.ofSeconds(20));
                Writer second = new Writer(two, Duration.ofSeconds(20))) {
            CountDownLatch inserted = new CountDownLatch(1);
            CountDownLatch commit = new CountDownLatch(1);
            var here = CompletableFuture.supplyAsync(() -> first.write(handle -> {
                Opened opened = tickets(1).open(handle, about("A1", RINA), NOON);
                inserted.countDown();
                awaitUninterrupted(commit);
                return opened;
            }));
            inserted.await();
            var there = CompletableFuture.supplyAsync(() ->
                    second.write(handle -> tickets(2).open(handle, about("A1", RINA), NOON)));
            commit.countDown();
            Opened opened = here.get(30, TimeUnit.SECONDS);
            assertThat(there.get(30, TimeUnit.SECONDS)).isEqualTo(new Opened(opened.number(), opened.dueAt(), true));
        }
    }

    private static Opened open(Writer writer, Tickets tickets, String order, CyclicBarrier start) {
        try {
            start.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return writer.write(handle -> tickets.open(handle, about(order, RINA), NOON));
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Tickets tickets(long seed) {
        return new Tickets(CasePolicy.DEFAULTS, 1_000, new Random(seed), Changes.NONE);
    }
}
