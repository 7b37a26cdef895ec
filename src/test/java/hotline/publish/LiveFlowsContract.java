package hotline.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.flow.FlowProblemsException;
import hotline.flow.VoiceFlows;
import hotline.phone.Language;
import hotline.store.Database;
import hotline.store.Writer;
import java.io.IOException;
import java.nio.file.Files;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes, each with a folder of its own, on one database of either kind. */
abstract class LiveFlowsContract {
    private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");
    private static final String EN = "prompts/en.yaml";
    private static final String ID = "prompts/id.yaml";
    private static final String OLD = "Welcome to Toko Nusantara.";

    private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);

    @TempDir
    Path one;

    @TempDir
    Path other;

    private Database database;
    private Writer writer;
    private FlowFolder folder;
    private FlowFolder otherFolder;
    private LiveFlows node;
    private LiveFlows otherNode;

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

    private LiveFlows node(FlowFolder itsFolder) {
        return LiveFlows.open(itsFolder.path(), database, writer, clock);
    }

    /** As often as it takes for an edit to count. */
    private static void lookTwice(LiveFlows at) {
        at.look();
        at.look();
    }

    private static String welcome(LiveFlows at) {
        return at.versions().current().prompt("welcome", Language.ENGLISH, Map.of());
    }

    private static String indonesian(LiveFlows at) {
        return at.versions().current().prompt("welcome", Language.INDONESIAN, Map.of());
    }

    private static String version(LiveFlows at) {
        return at.versions().current().version();
    }

    private int publications() {
        List<Publication> all = database.read(handle -> node.publisher().listNewest(handle, 9));
        return all.size();
    }

    private Publishing publish(String begunWith, String file, String words, String others) {
        Map<String, String> kept = database.read(handle -> node.publisher().files(handle, begunWith));
        Map<String, String> files = new TreeMap<>(kept);
        files.put(file, files.get(file).replace(words, others));
        return writer.write(handle ->
                node.publisher().publish(handle, begunWith, files, Optional.of("sari"), "a kinder word", NOON));
    }

    @Test
    void an_edit_of_one_nodes_folder_is_live_on_every_node() {
        String before = version(node);
        folder.edit(EN, OLD, "Welcome to the shop.");
        lookTwice(node);
        otherNode.look();
        assertThat(welcome(node)).isEqualTo("Welcome to the shop.");
        assertThat(welcome(otherNode)).isEqualTo("Welcome to the shop.");
        VoiceFlows older = database.read(handle -> otherNode.versions().get(handle, before));
        assertThat(older.prompt("welcome", Language.ENGLISH, Map.of()))
                .as("what older calls hear")
                .isEqualTo(OLD);
    }

    @Test
    void an_edit_counts_only_once_it_is_whole() {
        folder.edit(EN, OLD, "Welcome to the");
        node.look();
        folder.edit(EN, "Welcome to the", "Welcome to the shop.");
        node.look();
        assertThat(welcome(node)).isEqualTo(OLD);
        node.look();
        assertThat(welcome(node)).isEqualTo("Welcome to the shop.");
        assertThat(publications()).isEqualTo(2);
    }

    @Test
    void a_broken_edit_is_refused_with_what_to_mend_until_it_is_mended() {
        String before = version(node);
        folder.edit("main-menu.yaml", "missing-order", "missing-oder");
        lookTwice(node);
        assertThat(version(node)).isEqualTo(before);
        assertThat(node.refusal()).isPresent();
        assertThat(node.refusal().orElseThrow().problems().get(0)).contains("main-menu.yaml:", "missing-oder");
        assertThat(node.state()).startsWith(before).contains("main-menu.yaml:");

        folder.edit("main-menu.yaml", "missing-oder", "missing-order").edit(EN, OLD, "Welcome.");
        lookTwice(node);
        assertThat(node.refusal()).isEmpty();
        assertThat(welcome(node)).isEqualTo("Welcome.");
    }

    @Test
    void a_node_whose_folder_is_broken_starts_with_what_is_live() {
        folder.edit("main-menu.yaml", "missing-order", "missing-oder");
        LiveFlows restarted = node(folder);
        assertThat(version(restarted)).isEqualTo(version(node));
        assertThat(restarted.refusal()).isPresent();
    }

    @Test
    void a_first_node_whose_folder_is_broken_does_not_start() {
        writer.write(handle -> handle.execute("delete from flow_publication"));
        folder.edit("main-menu.yaml", "missing-order", "missing-oder");
        assertThatThrownBy(() -> node(folder)).isInstanceOf(FlowProblemsException.class);
    }

    @Test
    void what_was_edited_while_a_node_was_down_is_live_when_it_is_back() {
        folder.edit(EN, OLD, "Welcome back.");
        assertThat(welcome(node(folder))).isEqualTo("Welcome back.");
    }

    @Test
    void a_node_that_comes_back_with_older_files_takes_what_is_live() {
        folder.edit(EN, OLD, "Welcome to the shop.");
        lookTwice(node);
        assertThat(welcome(node(otherFolder))).isEqualTo("Welcome to the shop.");
        assertThat(publications()).isEqualTo(2);
    }

    @Test
    void a_new_node_with_files_of_old_takes_what_is_live(@TempDir Path third) {
        FlowFolder old = FlowFolder.in(third);
        folder.edit(EN, OLD, "Welcome to the shop.");
        lookTwice(node);
        assertThat(welcome(node(old))).isEqualTo("Welcome to the shop.");
    }

    @Test
    void a_new_node_with_an_edit_leaves_alone_what_supervisors_published(@TempDir Path third) {
        publish(version(node), ID, "Selamat datang", "Halo, selamat datang");
        folder.edit("queues.yaml", "ring-seconds: 20", "ring-seconds: 15");
        lookTwice(node);
        FlowFolder moved = FlowFolder.in(third)
                .edit("queues.yaml", "ring-seconds: 20", "ring-seconds: 15")
                .edit(EN, OLD, "Welcome to the shop.");

        LiveFlows newNode = node(moved);

        assertThat(newNode.refusal()).isEmpty();
        assertThat(welcome(newNode)).isEqualTo("Welcome to the shop.");
        assertThat(indonesian(newNode)).startsWith("Halo, ");
        assertThat(database.read(newNode.publisher()::live).reason()).isEqualTo("edited in the folder: " + EN);
    }

    @Test
    void a_new_node_with_what_an_older_edit_left_takes_what_is_live(@TempDir Path third) {
        FlowFolder old = FlowFolder.in(third).edit("queues.yaml", "ring-seconds: 20", "ring-seconds: 15");
        publish(version(node), ID, "Selamat datang", "Halo, selamat datang");
        folder.edit("queues.yaml", "ring-seconds: 20", "ring-seconds: 15");
        lookTwice(node);
        folder.edit(EN, OLD, "Welcome to the shop.");
        lookTwice(node);
        assertThat(welcome(node(old))).isEqualTo("Welcome to the shop.");
    }

    @Test
    void a_new_node_whose_edit_meets_a_supervisors_is_told_so(@TempDir Path third) {
        publish(version(node), EN, OLD, "Welcome, dear customer.");
        LiveFlows newNode = node(FlowFolder.in(third).edit(EN, OLD, "Welcome to the shop."));
        assertThat(welcome(newNode)).isEqualTo("Welcome, dear customer.");
        assertThat(newNode.refusal().orElseThrow().problems()).hasSize(1);
        assertThat(newNode.refusal().orElseThrow().problems().get(0)).startsWith(EN + ": ");
    }

    @Test
    void an_edit_that_is_taken_back_in_the_folder_is_taken_back() {
        folder.edit(EN, OLD, "Welcome to the shop.");
        lookTwice(node);
        folder.edit(EN, "Welcome to the shop.", OLD);
        lookTwice(node);
        assertThat(welcome(node)).isEqualTo(OLD);
    }

    @Test
    void what_a_supervisor_publishes_and_what_is_edited_in_a_folder_come_together() {
        Publishing published = publish(version(node), ID, "Selamat datang", "Halo, selamat datang");
        assertThat(published).isInstanceOf(Publishing.Live.class);
        folder.edit(EN, OLD, "Welcome to the shop.");
        lookTwice(node);
        assertThat(welcome(node)).isEqualTo("Welcome to the shop.");
        assertThat(indonesian(node)).startsWith("Halo, ");
    }

    @Test
    void neither_undoes_what_the_other_changed_in_the_same_file() {
        String before = version(node);
        publish(before, EN, OLD, "Welcome, dear customer.");
        folder.edit(EN, OLD, "Welcome to the shop.");
        lookTwice(node);
        assertThat(welcome(node)).isEqualTo("Welcome, dear customer.");
        assertThat(node.refusal().orElseThrow().problems().get(0)).contains(EN, "sari", "a kinder word");
        assertThat(node.state()).as("what anybody may read").contains(EN).doesNotContain("sari", "a kinder word");
        assertThat(publish(before, EN, OLD, "Hello."))
                .isInstanceOfSatisfying(
                        Publishing.Conflict.class,
                        conflict -> assertThat(conflict.files()).containsExactly(EN));
    }

    @Test
    void a_supervisor_cannot_publish_what_is_broken_and_can_roll_back() {
        String before = version(node);
        assertThat(publish(before, "main-menu.yaml", "missing-order", "missing-oder"))
                .isInstanceOf(Publishing.Broken.class);
        publish(before, EN, OLD, "Hello.");
        writer.write(handle -> node.publisher().rollBack(handle, before, "sari", "too short", NOON));
        node.look();
        otherNode.look();
        assertThat(version(node)).isEqualTo(before);
        assertThat(version(otherNode)).isEqualTo(before);
        Publication live = database.read(node.publisher()::live);
        assertThat(live.reason()).isEqualTo("too short");
        assertThat(live.by()).contains("sari");
    }

    @Test
    void publishing_what_is_live_changes_nothing() {
        assertThat(publish(version(node), EN, "no such words", "")).isInstanceOf(Publishing.Unchanged.class);
    }

    @Test
    void an_edit_with_what_a_supervisor_changed_in_the_file_goes_live_with_it() {
        publish(version(node), EN, OLD, "Welcome, dear customer.");
        folder.edit(EN, "Thank you for", "Many thanks for");
        lookTwice(node);
        assertThat(node.refusal().orElseThrow().problems().get(0)).contains("by sari");
        folder.edit(EN, OLD, "Welcome, dear customer.");
        lookTwice(node);
        assertThat(node.refusal()).isEmpty();
        assertThat(welcome(node)).isEqualTo("Welcome, dear customer.");
        assertThat(node.versions().current().sources().get(EN)).contains("Many thanks for");
    }

    @Test
    void a_line_of_the_folder_takes_the_place_of_a_supervisors_once_the_folder_held_theirs() {
        publish(version(node), EN, OLD, "Welcome, dear customer.");
        folder.edit(EN, OLD, "Welcome to the shop.");
        lookTwice(node);
        folder.edit(EN, "Welcome to the shop.", "Welcome, dear customer.");
        lookTwice(node);
        assertThat(node.refusal()).isEmpty();
        folder.edit(EN, "Welcome, dear customer.", "Welcome to the shop.");
        lookTwice(node);
        assertThat(node.refusal()).isEmpty();
        assertThat(welcome(node)).isEqualTo("Welcome to the shop.");
    }

    @Test
    void an_edit_that_was_refused_for_want_of_a_recording_is_live_once_it_is_there() throws IOException {
        folder.edit("human.yaml", "hold.wav", "piano.wav");
        lookTwice(node);
        assertThat(node.refusal().orElseThrow().problems().get(0)).contains("piano.wav");
        Files.copy(one.resolve("audio/hold.wav"), one.resolve("audio/piano.wav"));
        lookTwice(node);
        assertThat(node.refusal()).isEmpty();
        assertThat(node.versions().current().holdMusic()).endsWith("piano.wav");
    }

    @Test
    void a_program_that_cannot_read_what_a_newer_one_published_publishes_nothing_in_its_place() {
        String before = version(node);
        Map<String, String> newer = new TreeMap<>(node.versions().current().sources());
        newer.put("newer.yaml", "flow: newer\nstart: first\nsteps:\n  first: {sing: a-song}\n");
        writer.write(handle -> {
            handle.execute(
                    "insert into flow_version (version, files, first_used_at) values ('newer', ?, ?)",
                    SourceJson.write(newer),
                    NOON.atOffset(ZoneOffset.UTC));
            return new Publications()
                    .insert(
                            handle,
                            Optional.of(node.publisher().live(handle)),
                            "newer",
                            Cause.supervisor("sari", "a song"),
                            NOON);
        });
        LiveFlows restarted = node(folder);
        assertThat(version(restarted)).isEqualTo(before);
        assertThat(database.read(node.publisher()::live).version()).isEqualTo("newer");
    }

    @Test
    void what_was_checked_ahead_is_checked_again_when_something_else_has_gone_live() {
        String before = version(node);
        Map<String, String> kept = database.read(handle -> node.publisher().files(handle, before));
        Map<String, String> files = new TreeMap<>(kept);
        files.put(EN, files.get(EN).replace(OLD, "Hello."));
        node.publisher().prepare(database, before, files);
        publish(before, ID, "Selamat datang", "Halo, selamat datang");
        writer.write(
                handle -> node.publisher().publish(handle, before, files, Optional.of("sari"), "a kinder word", NOON));
        node.look();
        assertThat(welcome(node)).isEqualTo("Hello.");
        assertThat(indonesian(node)).startsWith("Halo, ");
    }
}
