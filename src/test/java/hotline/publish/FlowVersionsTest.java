package hotline.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.flow.FlowLoader;
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
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FlowVersionsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");
    private static final String EN = "prompts/en.yaml";
    private static final VoiceFlows FIRST = FlowLoader.load(FlowLoader.read(Path.of("voice-flows")));

    private final Database database = TestDatabase.h2();
    private final Writer writer = new Writer(database, Duration.ofSeconds(5));
    private final FlowVersions versions = versions(FlowLoader::load);

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

    private FlowVersions versions(Function<Map<String, String>, VoiceFlows> loader) {
        return new FlowVersions(database, new Publications(), FIRST, loader);
    }

    private VoiceFlows get(String version) {
        return versions.load(version);
    }

    /** Tries what takes long while the writer is needed by somebody else. */
    private <T> T whileOthersWrite(Supplier<T> slow) {
        assertThat(CompletableFuture.supplyAsync(() -> writer.write(handle -> true)))
                .as("the writer is free")
                .succeedsWithin(Duration.ofSeconds(5));
        return slow.get();
    }

    @Test
    void nothing_is_loaded_in_the_writers_transaction() {
        VoiceFlows draft = greeting("Hello.");
        keep(draft.version(), draft.sources());
        FlowVersions slow = versions(files -> whileOthersWrite(() -> FlowLoader.load(files)));
        assertThatThrownBy(() -> writer.write(handle -> slow.find(handle, draft.version())))
                .isInstanceOfSatisfying(
                        FlowsNeededException.class,
                        needed -> assertThat(needed.version()).isEqualTo(draft.version()));
        VoiceFlows loaded = slow.load(draft.version());
        assertThat(writer.<VoiceFlows>write(handle -> slow.get(handle, draft.version())))
                .isSameAs(loaded);
    }

    @Test
    void what_was_never_kept_is_not_found() {
        assertThat(writer.<Optional<VoiceFlows>>write(handle -> versions.find(handle, "0123456789ab")))
                .isEmpty();
        assertThatThrownBy(() -> versions.load("0123456789ab")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void going_back_is_checked_once_and_before_the_writers_transaction() {
        AtomicInteger checks = new AtomicInteger();
        Publisher publisher = new Publisher(
                new Publications(),
                files -> whileOthersWrite(() -> {
                    checks.incrementAndGet();
                    return Checked.of(files);
                }));
        VoiceFlows next = greeting("Hello.");
        writer.write(handle -> {
            Publications all = new Publications();
            all.keep(handle, FIRST, NOON);
            all.keep(handle, next, NOON);
            all.insert(handle, Optional.empty(), FIRST.version(), Cause.supervisor("sari", "first"), NOON);
            return all.insert(handle, all.findLatest(handle), next.version(), Cause.supervisor("sari", "second"), NOON);
        });
        publisher.prepareRollBack(database, FIRST.version());
        assertThat(checks).hasValue(1);
        Publishing back =
                writer.write(handle -> publisher.rollBack(handle, FIRST.version(), "sari", "was better", NOON));
        assertThat(back).isInstanceOf(Publishing.Live.class);
        assertThat(checks).hasValue(1);
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
