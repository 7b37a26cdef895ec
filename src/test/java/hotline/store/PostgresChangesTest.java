package hotline.store;

import static org.awaitility.Awaitility.await;

import hotline.store.FaultProxy.Mode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Changes between nodes, and what becomes of them when the connection breaks. */
@Timeout(60)
class PostgresChangesTest {
    @Test
    void a_change_on_one_node_is_heard_on_the_other() {
        String url = TestDatabase.postgresUrl();
        try (Database here = Database.open(url);
                Writer writer = new Writer(here, Duration.ofSeconds(20));
                Changes telling = Changes.of(here, writer);
                Database there = Database.open(url);
                Changes listening = new PostgresChanges(there)) {
            List<String> heard = heardBy(listening);
            tell(writer, telling, "queue");
            await().until(() -> heard.contains("queue"));
        }
    }

    @Test
    void after_a_broken_connection_everything_is_to_be_read_again_and_changes_are_heard_as_before() {
        String url = TestDatabase.postgresUrl();
        try (FaultProxy proxy = new FaultProxy(TestDatabase.postgresPort());
                Database direct = Database.open(url);
                Writer writer = new Writer(direct, Duration.ofSeconds(20));
                Changes telling = Changes.of(direct, writer);
                Database database = Database.open(url.replace(":" + TestDatabase.postgresPort(), ":" + proxy.port()));
                Changes listening = new PostgresChanges(database)) {
            List<String> heard = heardBy(listening);
            for (Mode fault : List.of(Mode.DOWN, Mode.BLACKHOLE)) {
                heard.clear();
                int before = proxy.accepted();
                proxy.mode(fault);
                tell(writer, telling, "lost");
                // The silence is noticed, and a new connection tried.
                await().atMost(Duration.ofSeconds(20)).until(() -> proxy.accepted() > before);
                proxy.mode(Mode.PASS);
                await().atMost(Duration.ofSeconds(20)).until(() -> heard.contains(Changes.EVERYTHING));
                tell(writer, telling, "after " + fault);
                await().atMost(Duration.ofSeconds(10)).until(() -> heard.contains("after " + fault));
            }
        }
    }

    private static List<String> heardBy(Changes listening) {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        listening.listen(heard::add);
        await().atMost(Duration.ofSeconds(10)).until(() -> heard.contains(Changes.EVERYTHING));
        return heard;
    }

    private static void tell(Writer writer, Changes changes, String topic) {
        writer.write(handle -> {
            changes.tell(handle, topic);
            return true;
        });
    }
}
