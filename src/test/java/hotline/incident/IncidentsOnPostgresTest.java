package hotline.incident;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.store.Database;
import hotline.store.TestDatabase;
import hotline.store.Writer;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

class IncidentsOnPostgresTest extends IncidentsContract {
    @Override
    Database open() {
        return TestDatabase.postgres();
    }

    @Test
    void of_two_nodes_that_switch_on_the_same_topic_at_once_the_later_one_is_said() {
        try (Writer other = new Writer(database, Duration.ofSeconds(60))) {
            CompletableFuture<UUID> second = writer.write(handle -> {
                switchOn(handle, "late", "sari");
                CompletableFuture<UUID> waiting =
                        CompletableFuture.supplyAsync(() -> other.write(theirs -> switchOn(theirs, "late", "budi")));
                awaitBlocked(handle);
                return waiting;
            });
            UUID later = second.join();
            assertThat(list())
                    .filteredOn(one -> one.isOn(NOON.plusSeconds(1)))
                    .extracting(Incident::id)
                    .containsExactly(later);
            assertThat(list()).hasSize(2);
        }
    }

    /** Until another connection waits for what this one has written. */
    private static void awaitBlocked(Handle handle) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end) {
            Integer blocked = handle.createQuery("select count(*) from pg_locks where not granted")
                    .mapTo(Integer.class)
                    .one();
            if (blocked > 0) {
                return;
            }
        }
        throw new AssertionError("the other connection did not wait");
    }
}
