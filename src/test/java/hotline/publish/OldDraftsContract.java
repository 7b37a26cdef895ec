package hotline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.TestClock;
import hotline.flow.FlowLoader;
import hotline.flow.VoiceFlows;
import hotline.store.Database;
import hotline.store.DueWork;
import hotline.store.DueWorker;
import hotline.store.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long drafts are kept, and what was kept to ring them, on a database of either kind. */
abstract class OldDraftsContract {
    private static final Duration A_WHILE = Duration.ofHours(7);
    private static final String EN = "prompts/en.yaml";

    private final TestClock clock = TestClock.pinned(Instant.parse("2026-11-23T05:00:00Z"));
    private final DueWork dueWork = new DueWork();

    @TempDir
    Path folder;

    private Database database;
    private Writer writer;
    private DueWorker deadlines;
    private LiveFlows flows;

    abstract Database open();

    @BeforeEach
    void start() {
        database = open();
        writer = new Writer(database, Duration.ofSeconds(5));
        flows = LiveFlows.open(FlowFolder.in(folder).path(), database, writer, clock);
        OldDrafts.forgetThrough(dueWork);
        deadlines = new DueWorker(database, writer, dueWork, clock);
        writer.write(handle -> {
            OldDrafts.begin(handle, dueWork, clock.instant());
            return true;
        });
        deadlines.runDue();
    }

    @AfterEach
    void stop() {
        deadlines.close();
        writer.close();
        database.close();
    }

    private void passes(Duration time) {
        clock.tick(time);
        deadlines.runDue();
    }

    private Draft draft(String username) {
        return database.read(handle -> flows.drafts().get(handle, username));
    }

    private void edit(String username, String welcome) {
        Draft draft = draft(username);
        String text = draft.files().get(EN).replaceFirst("(?m)^welcome: .*$", "welcome: " + welcome);
        Optional<Draft> edited = writer.write(
                handle -> flows.drafts().write(handle, username, draft.begunWith(), EN, text, clock.instant()));
        assertThat(edited).isPresent();
    }

    /** A version of the flows that is kept to be rung. */
    private String rung(String welcome) {
        Map<String, String> files = new TreeMap<>(flows.versions().current().sources());
        files.computeIfPresent(EN, (file, text) -> text.replaceFirst("(?m)^welcome: .*$", "welcome: " + welcome));
        VoiceFlows other = FlowLoader.load(files);
        return writer.write(handle -> flows.publisher().keep(handle, other, clock.instant()));
    }

    /** Whether a call that asks for a version hears it. */
    private boolean rings(String version) {
        try {
            return writer.write(handle ->
                    flows.versions().ring(handle, version, clock.instant()).isPresent());
        } catch (FlowsNeededException e) {
            flows.versions().load(version);
            return rings(version);
        }
    }

    private List<String> kept() {
        return database.read(handle -> handle.createQuery("select version from flow_version")
                .mapTo(String.class)
                .list());
    }

    private void execute(String sql, Object... values) {
        writer.write(handle -> handle.execute(sql, values));
    }

    private void call(String sid, String version) {
        execute("""
                insert into call (call_sid, kind, turn, status, flow_version, language, started_at)
                values (?, 'caller', 0, 'in-progress', ?, 'id', current_timestamp)""", sid, version);
    }

    @Test
    void a_draft_is_kept_for_ninety_days_after_its_last_edit_and_forgotten_after_them() {
        edit("sari", "Hello.");
        passes(Duration.ofDays(50));
        edit("sari", "Hello there.");
        edit("budi", "Good day.");
        passes(OldDrafts.KEPT);
        assertThat(draft("sari").changed()).containsExactly(EN);
        assertThat(draft("sari").keptUntil()).contains(clock.instant());
        passes(Duration.ofMinutes(1));
        edit("budi", "Good evening.");
        passes(A_WHILE);
        assertThat(draft("sari").changed()).isEmpty();
        assertThat(draft("sari").keptUntil()).isEmpty();
        assertThat(draft("budi").changed()).containsExactly(EN);
    }

    @Test
    void who_rings_their_draft_keeps_it() {
        edit("sari", "Hello.");
        passes(Duration.ofDays(50));
        writer.write(handle -> {
            flows.drafts().touch(handle, "sari", clock.instant());
            return true;
        });
        passes(Duration.ofDays(80));
        assertThat(draft("sari").changed()).containsExactly(EN);
    }

    @Test
    void what_was_kept_to_be_rung_is_forgotten_ninety_days_after_it_was_last_rung() {
        String rung = rung("Hello.");
        String rungAgain = rung("Hello again.");
        String keptAgain = rung("Good day.");
        assertThat(rings(rung)).as("now this node remembers it").isTrue();
        passes(Duration.ofDays(50));
        assertThat(rings(rungAgain)).isTrue();
        rung("Good day.");
        passes(Duration.ofDays(41));

        assertThat(kept()).doesNotContain(rung).contains(rungAgain, keptAgain);
        assertThat(rings(rung))
                .as("what this node still remembers, and no other can go on with")
                .isFalse();
        assertThat(rung("Hello.")).isEqualTo(rung);
        assertThat(rings(rung)).isTrue();
    }

    @Test
    void what_was_live_or_is_in_a_folder_or_has_a_draft_is_never_forgotten() {
        String first = flows.versions().current().version();
        rung("Welcome to Toko Nusantara.");
        edit("sari", "Hello.");
        Draft published = draft("sari");
        String rung = rung("Hello.");
        writer.write(handle -> flows.publisher()
                .publish(handle, first, published.files(), Optional.of("sari"), "kinder", clock.instant()));
        flows.follow();
        assertThat(flows.versions().current().version()).isEqualTo(rung);
        String inFolder = rung("In another folder.");
        execute("insert into flow_folder (folder, version, seen_at) values ('there', ?, current_timestamp)", inFolder);
        String begunWith = rung("Begun with.");
        passes(Duration.ofDays(80));
        execute("""
                insert into flow_draft (username, begun_with, files, edits, updated_at)
                values ('dewi', ?, '{}', 1, ?)""", begunWith, clock.instant().atOffset(ZoneOffset.UTC));
        passes(Duration.ofDays(11));

        assertThat(kept()).containsExactlyInAnyOrder(first, rung, inFolder, begunWith);
        passes(Duration.ofDays(91));
        assertThat(kept()).containsExactlyInAnyOrder(first, rung, inFolder);
    }

    @Test
    void a_call_that_goes_on_keeps_its_version_and_a_voice_message_the_words_before_it() {
        String called = rung("Hello.");
        String recorded = rung("Good day.");
        call("CA1", called);
        execute("""
                insert into tickets (number, category, status, language, channel, opened_at, due_at)
                values ('123456786', 'other', 'open', 'id', 'phone', current_timestamp, current_timestamp)""");
        execute("""
                insert into voicemail (id, ticket, call_sid, language, topic, recording_url, seconds, consented_at,
                    flow_version, created_at)
                values (?, '123456786', 'CA2', 'id', 'other', 'https://recordings/1', 5, current_timestamp, ?,
                    current_timestamp)""", UUID.randomUUID(), recorded);
        passes(Duration.ofDays(91));
        assertThat(kept()).contains(called, recorded);

        execute("update call set ended_at = current_timestamp where call_sid = 'CA1'");
        passes(A_WHILE);
        assertThat(kept()).doesNotContain(called).contains(recorded);
    }

    @Test
    void many_are_forgotten_a_few_at_a_time() {
        int published = kept().size();
        for (int i = 0; i <= OldDrafts.BATCH; i++) {
            rung("Hello " + i + ".");
        }
        passes(OldDrafts.KEPT.plus(Duration.ofSeconds(1)));
        assertThat(kept()).hasSize(published + 1);
        passes(Duration.ofSeconds(1));
        assertThat(kept()).hasSize(published);
    }
}
