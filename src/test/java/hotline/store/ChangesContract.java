package hotline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What changes promise, on either database. */
@Timeout(30)
abstract class ChangesContract {
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private Database database;
    private Writer writer;
    private Changes changes;

    abstract Database open();

    @BeforeEach
    void start() {
        database = open();
        writer = new Writer(database, Duration.ofSeconds(20));
        changes = Changes.of(database, writer);
        changes.listen(heard::add);
        // Until it listens, on PostgreSQL.
        tell("hello");
        await().until(() -> heard.contains("hello") || heard.contains(Changes.EVERYTHING));
        tell("ready");
        await().until(() -> heard.contains("ready"));
        heard.clear();
    }

    @AfterEach
    void stop() {
        changes.close();
        writer.close();
        database.close();
    }

    @Test
    void a_change_is_told_after_the_commit_and_not_before() {
        writer.write(handle -> {
            changes.tell(handle, "queue");
            assertThatThrownBy(() -> await().atMost(Duration.ofMillis(300)).until(() -> !heard.isEmpty()))
                    .as("told before the commit")
                    .isInstanceOf(RuntimeException.class);
            return true;
        });
        await().untilAsserted(() -> assertThat(heard).containsExactly("queue"));
    }

    @Test
    void the_same_topic_told_often_in_one_change_is_told_once() {
        writer.write(handle -> {
            for (int i = 0; i < 100; i++) {
                changes.tell(handle, "queue");
            }
            changes.tell(handle, "agent:ann");
            return true;
        });
        await().until(() -> heard.contains("agent:ann"));
        assertThat(heard).containsExactly("queue", "agent:ann");
    }

    @Test
    void a_listener_that_stands_still_does_not_hold_up_the_writer() {
        CountDownLatch goOn = new CountDownLatch(1);
        changes.listen(topic -> {
            try {
                assertThat(goOn.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        for (int i = 0; i < 50; i++) {
            tell("queue");
        }
        assertThat(heard.size()).isLessThan(50);
        goOn.countDown();
        tell("last");
        await().until(() -> heard.contains("last"));
        assertThat(heard.size()).as("coalesced").isLessThan(20);
    }

    @Test
    void a_listener_that_fails_does_not_keep_others_from_hearing() {
        changes.listen(topic -> {
            throw new IllegalStateException("broken");
        });
        List<String> later = Collections.synchronizedList(new ArrayList<>());
        changes.listen(later::add);
        tell("queue");
        await().untilAsserted(() -> assertThat(later).containsExactly("queue"));
    }

    @Test
    void whoever_stops_listening_hears_no_more() throws Exception {
        List<String> gone = Collections.synchronizedList(new ArrayList<>());
        changes.listen(gone::add).close();
        tell("queue");
        await().until(() -> heard.contains("queue"));
        assertThat(gone).isEmpty();
    }

    @Test
    void a_flood_of_topics_becomes_one_request_to_read_everything_again() {
        CountDownLatch goOn = new CountDownLatch(1);
        changes.listen(topic -> {
            try {
                assertThat(goOn.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        tell("first");
        await().until(() -> heard.contains("first"));
        writer.write(handle -> {
            for (int i = 0; i < 2_000; i++) {
                changes.tell(handle, "ticket:" + i);
            }
            return true;
        });
        tell("last");
        goOn.countDown();
        await().until(() -> heard.contains(Changes.EVERYTHING));
        assertThat(heard.size()).isLessThan(1_000);
    }

    private void tell(String topic) {
        writer.write(handle -> {
            changes.tell(handle, topic);
            return true;
        });
    }
}
