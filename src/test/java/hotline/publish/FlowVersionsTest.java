package hotline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.flow.FlowLoader;
import hotline.flow.Recordings;
import hotline.flow.VoiceFlows;
import hotline.store.Database;
import hotline.store.TestDatabase;
import hotline.store.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FlowVersionsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");
    private static final String EN = "prompts/en.yaml";
    private static final VoiceFlows FIRST = FlowLoader.load(FlowLoader.read(Path.of("voice-flows")));

    private final Database database = TestDatabase.h2();
    private final Writer writer = new Writer(database, Duration.ofSeconds(5));
    private final FlowVersions versions = new FlowVersions(new Publications(), FIRST, Recordings.unknown());

    @AfterEach
    void close() {
        writer.close();
        database.close();
    }

    private static VoiceFlows greeting(String words) {
        Map<String, String> files = new TreeMap<>(FIRST.sources());
        files.put(EN, files.get(EN).replace("Welcome to Toko Nusantara.", words));
        return FlowLoader.load(files);
    }

    private void keep(String version, Map<String, String> files) {
        writer.write(handle -> handle.execute(
                "insert into flow_version (version, files, first_used_at) values (?, ?, ?)",
                version,
                SourceJson.write(files),
                NOON.atOffset(ZoneOffset.UTC)));
    }

    private VoiceFlows get(String version) {
        return database.read(handle -> versions.get(handle, version));
    }

    @Test
    void only_so_many_are_held_and_the_others_are_loaded_again() {
        List<VoiceFlows> all = new ArrayList<>();
        for (int i = 0; i <= FlowVersions.MOST_LOADED; i++) {
            VoiceFlows flows = greeting("Hello " + i + ".");
            keep(flows.version(), flows.sources());
            versions.use(flows);
            all.add(flows);
        }
        VoiceFlows current = greeting("Hello.");
        versions.use(current);
        VoiceFlows oldest = get(all.get(0).version());
        assertThat(oldest).isNotSameAs(all.get(0));
        assertThat(oldest.version()).isEqualTo(all.get(0).version());
        assertThat(get(current.version())).isSameAs(current);
        assertThat(get(all.get(FlowVersions.MOST_LOADED).version())).isSameAs(all.get(FlowVersions.MOST_LOADED));
    }

    @Test
    void calls_on_what_cannot_be_read_go_on_with_what_is_current_then() {
        Map<String, String> files = new TreeMap<>(FIRST.sources());
        files.put("newer.yaml", "no flow");
        keep("newer", files);
        assertThat(get("newer")).isSameAs(FIRST);
        VoiceFlows next = greeting("Hello.");
        versions.use(next);
        assertThat(get("newer")).isSameAs(next);
    }
}
