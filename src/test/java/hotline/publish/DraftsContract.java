package hotline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.store.Database;
import hotline.store.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Supervisors who edit at the same time, on a database of either kind. */
abstract class DraftsContract {
    private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");
    private static final String EN = "prompts/en.yaml";
    private static final String ID = "prompts/id.yaml";

    @TempDir
    Path folder;

    private Database database;
    private Writer writer;
    private LiveFlows flows;

    abstract Database open();

    @BeforeEach
    void start() {
        database = open();
        writer = new Writer(database, Duration.ofSeconds(5));
        flows = LiveFlows.open(FlowFolder.in(folder).path(), database, writer, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        writer.close();
        database.close();
    }

    private Draft draft(String username) {
        return database.read(handle -> flows.drafts().get(handle, username));
    }

    private Optional<Draft> write(String username, String begunWith, String file, String text) {
        return writer.write(handle -> flows.drafts().write(handle, username, begunWith, file, text, NOON));
    }

    /** With other words for the welcome. */
    private String welcoming(String username, String file, String words) {
        return draft(username).files().get(file).replaceFirst("(?m)^welcome: .*$", "welcome: " + words);
    }

    private void welcome(String username, String file, String words) {
        String begun = draft(username).begunWith();
        assertThat(write(username, begun, file, welcoming(username, file, words)))
                .isPresent();
    }

    private Publishing publish(String username) {
        Draft draft = draft(username);
        return writer.write(handle -> flows.publisher()
                .publish(handle, draft.begunWith(), draft.files(), Optional.of(username), "kinder", NOON));
    }

    @Test
    void who_edits_nothing_sees_what_is_live() {
        Draft draft = draft("sari");
        assertThat(draft.begunWith()).isEqualTo(flows.versions().current().version());
        assertThat(draft.changed()).isEmpty();
    }

    @Test
    void each_supervisor_has_a_draft_of_their_own() {
        welcome("sari", EN, "Hello.");
        welcome("sari", ID, "Halo.");
        assertThat(draft("sari").changed()).containsExactlyInAnyOrder(EN, ID);
        assertThat(draft("budi").changed()).isEmpty();
        writer.write(handle -> {
            flows.drafts().discard(handle, "sari");
            return true;
        });
        assertThat(draft("sari").changed()).isEmpty();
    }

    @Test
    void the_line_ends_of_a_browser_are_no_change() {
        String begun = draft("sari").begunWith();
        String text = draft("sari").files().get(EN);
        write("sari", begun, EN, text.replace("\n", "\r\n"));
        assertThat(draft("sari").changed()).isEmpty();
        write("sari", begun, EN, text.replace("\n", "\r\n") + "more: More.\r\n");
        assertThat(draft("sari").files().get(EN)).isEqualTo(text + "more: More.\n");
    }

    @Test
    void files_are_added_and_deleted() {
        String begun = draft("sari").begunWith();
        write("sari", begun, "new-topic.yaml", "flow: new-topic\n");
        writer.write(handle -> flows.drafts().delete(handle, "sari", begun, "anything-else.yaml", NOON));
        assertThat(draft("sari").changed()).containsExactlyInAnyOrder("new-topic.yaml", "anything-else.yaml");
        assertThat(draft("sari").files()).containsKey("new-topic.yaml").doesNotContainKey("anything-else.yaml");
    }

    @Test
    void a_draft_whose_changes_were_all_taken_back_follows_what_goes_live() {
        String begun = draft("sari").begunWith();
        String before = draft("sari").files().get(EN);
        welcome("sari", EN, "Hello.");
        assertThat(write("sari", begun, EN, before)).isPresent();
        assertThat(write("sari", begun, ID, draft("sari").files().get(ID))).isPresent();
        welcome("budi", EN, "Hello from Budi.");
        assertThat(publish("budi")).isInstanceOf(Publishing.Live.class);
        assertThat(draft("sari").begunWith())
                .isNotEqualTo(begun)
                .isEqualTo(database.read(flows.publisher()::live).version());
        assertThat(draft("sari").files().get(EN)).contains("Hello from Budi.");
    }

    @Test
    void a_window_that_still_shows_an_older_draft_changes_nothing() {
        String begun = draft("sari").begunWith();
        welcome("sari", EN, "Hello.");
        assertThat(publish("sari")).isInstanceOf(Publishing.Live.class);
        writer.write(handle -> {
            flows.drafts().discard(handle, "sari");
            return true;
        });
        assertThat(write("sari", begun, EN, "welcome: Old.\n")).isEmpty();
        assertThat(draft("sari").changed()).isEmpty();
    }

    @Test
    void what_somebody_else_published_is_taken_over_for_their_files_only() {
        welcome("sari", EN, "Hello from Sari.");
        welcome("sari", ID, "Halo dari Sari.");
        welcome("budi", EN, "Hello from Budi.");
        assertThat(publish("budi")).isInstanceOf(Publishing.Live.class);
        assertThat(publish("sari"))
                .isInstanceOfSatisfying(
                        Publishing.Conflict.class,
                        conflict -> assertThat(conflict.files()).containsExactly(EN));

        String begun = draft("sari").begunWith();
        writer.write(handle -> flows.drafts().takeOver(handle, "sari", begun, NOON));

        Draft after = draft("sari");
        assertThat(after.files().get(EN)).contains("Hello from Budi.");
        assertThat(after.changed()).containsExactly(ID);
        assertThat(publish("sari")).isInstanceOf(Publishing.Live.class);
        Map<String, String> live = database.read(handle ->
                flows.publisher().files(handle, flows.publisher().live(handle).version()));
        assertThat(live.get(EN)).contains("Hello from Budi.");
        assertThat(live.get(ID)).contains("Halo dari Sari.");
    }

    @Test
    void what_was_live_before_is_found() {
        welcome("sari", EN, "Hello.");
        publish("sari");
        Publication live = database.read(flows.publisher()::live);
        Optional<Publication> before = database.read(handle -> flows.publisher().findBefore(handle, live.id()));
        assertThat(before.orElseThrow().by()).isEmpty();
        assertThat(database.<Optional<Publication>>read(handle -> flows.publisher()
                        .findBefore(handle, before.orElseThrow().id())))
                .isEmpty();
        assertThat(database.<Optional<Publication>>read(
                        handle -> flows.publisher().find(handle, live.id())))
                .contains(live);
    }
}
