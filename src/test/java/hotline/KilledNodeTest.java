package hotline;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hotline.store.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * {@code kill -9} amid calls: tickets that were spoken or sent are there afterwards, who waited still waits in the same place,
 * and nobody is rung twice. Only with {@code -Dhotline.kills=10}, as it takes minutes. The databases are tried side by side: most of the time
 * is spent waiting for a node to start, or for a dead one's lease of a request to end.
 */
@Execution(ExecutionMode.CONCURRENT)
class KilledNodeTest {
    private static final int KILLS = Integer.getInteger("hotline.kills", 0);

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
        assumeTrue(KILLS > 0, "NO NODES KILLED: takes minutes; run mvn verify -Dhotline.kills=10");
        try (KilledNodeRun run = new KilledNodeRun(databaseUrl, folder.resolve("hotline-" + seed + ".log"), seed)) {
            run.begin();
            for (int kill = 0; kill < KILLS; kill++) {
                run.killAmidCalls(kill % 2 == 0);
            }
            run.end();
        }
    }
}
