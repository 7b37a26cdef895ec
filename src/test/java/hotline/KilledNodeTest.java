package hotline;

import hotline.store.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} amid calls: tickets that were spoken or sent are there afterwards, who waited still waits in the same place,
 * and nobody is rung twice. {@code -Dhotline.kills=10} kills more often.
 */
class KilledNodeTest {
    private static final int KILLS = Integer.getInteger("hotline.kills", 3);

    @TempDir
    Path folder;

    @Test
    @Timeout(600)
    void nothing_is_lost_when_a_node_on_h2_is_killed_amid_calls() {
        run("jdbc:h2:file:" + folder.resolve("hotline"), 1);
    }

    @Test
    @Timeout(600)
    void nothing_is_lost_when_a_node_on_postgresql_is_killed_amid_calls() {
        run(TestDatabase.postgresUrl(), 2);
    }

    private void run(String databaseUrl, long seed) {
        try (KilledNodeRun run = new KilledNodeRun(databaseUrl, folder.resolve("hotline.log"), seed)) {
            run.begin();
            for (int kill = 0; kill < KILLS; kill++) {
                run.killAmidCalls();
            }
            run.end();
        }
    }
}
