package hotline.publish;

import hotline.phone.Language;
import hotline.store.Database;
import hotline.store.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes, each with a folder of its own, on one database of either kind. */
abstract class TwoNodes {
    static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");
    static final String EN = "prompts/en.yaml";
    static final String ID = "prompts/id.yaml";
    static final String OLD = "Welcome to Toko Nusantara.";

    private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);

    @TempDir
    Path one;

    @TempDir
    Path other;

    Database database;
    Writer writer;
    FlowFolder folder;
    FlowFolder otherFolder;
    LiveFlows node;
    LiveFlows otherNode;

    abstract Database open();

    @BeforeEach
    void start() {
        database = open();
        writer = new Writer(database, Duration.ofSeconds(5));
        folder = FlowFolder.in(one);
        otherFolder = FlowFolder.in(other);
        node = node(folder);
        otherNode = node(otherFolder);
    }

    @AfterEach
    void stop() {
        writer.close();
        database.close();
    }

    LiveFlows node(FlowFolder itsFolder) {
        return LiveFlows.open(itsFolder.path(), database, writer, clock);
    }

    /** As often as it takes for an edit to count. */
    static void lookTwice(LiveFlows at) {
        at.look();
        at.look();
    }

    static String welcome(LiveFlows at) {
        return at.versions().current().prompt("welcome", Language.ENGLISH, Map.of());
    }

    static String indonesian(LiveFlows at) {
        return at.versions().current().prompt("welcome", Language.INDONESIAN, Map.of());
    }

    static String version(LiveFlows at) {
        return at.versions().current().version();
    }

    int publications() {
        List<Publication> all = database.read(handle -> node.publisher().listNewest(handle, 9));
        return all.size();
    }

    Publishing publish(String begunWith, String file, String words, String others) {
        Map<String, String> kept = database.read(handle -> node.publisher().files(handle, begunWith));
        Map<String, String> files = new TreeMap<>(kept);
        files.put(file, files.get(file).replace(words, others));
        return writer.write(handle ->
                node.publisher().publish(handle, begunWith, files, Optional.of("sari"), "a kinder word", NOON));
    }
}
