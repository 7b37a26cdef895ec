package hotline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A writer; a row of {@code due_work} stands for any change. */
abstract class WriterFixture {
    static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
    static final Duration PATIENCE = Duration.ofSeconds(20);

    final DueWork dueWork = new DueWork();
    Database database;
    Writer writer;

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

    boolean put(Handle handle, String key) {
        dueWork.schedule(handle, "kind", key, NOON);
        return true;
    }

    List<String> rows() {
        return database.read(handle -> handle.createQuery("select item_key from due_work order by item_key")
                .mapTo(String.class)
                .list());
    }

    /** Keeps the writer busy with a use case of its own, so that others queue up. */
    Held hold() {
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

    static void awaitOn(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    final class Held {
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
