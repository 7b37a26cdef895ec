package hotline.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.flow.FlowProblemsException;
import hotline.phone.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a node takes for live that starts, comes back, or is new. */
abstract class StartingNodeContract extends TwoNodes {
    @Test
    void a_node_whose_folder_is_broken_starts_with_what_is_live() {
        folder.edit("main-menu.yaml", "missing-order", "missing-oder");
        LiveFlows restarted = node(folder);
        assertThat(version(restarted)).isEqualTo(version(node));
        assertThat(restarted.refusal()).isPresent();
    }

    @Test
    void a_node_with_a_file_that_is_not_utf_8_starts_with_what_is_live() throws IOException {
        Files.write(one.resolve("main-menu.yaml"), new byte[] {'f', (byte) 0xe9});
        LiveFlows restarted = node(folder);
        assertThat(version(restarted)).isEqualTo(version(node));
        assertThat(restarted.refusal().orElseThrow().first().in(Language.ENGLISH))
                .startsWith("main-menu.yaml:1:1: error: the file is not UTF-8 text");
    }

    @Test
    void a_node_whose_folder_cannot_be_read_starts_with_what_is_live_and_looks_again() throws IOException {
        Path unreadable = Files.createSymbolicLink(one.resolve("more.yaml"), Path.of("nowhere.yaml"));
        LiveFlows restarted = node(folder);
        assertThat(version(restarted)).isEqualTo(version(node));
        assertThat(restarted.refusal().orElseThrow().first().in(Language.ENGLISH))
                .isEqualTo("cannot read " + unreadable);

        Files.delete(unreadable);
        folder.edit(EN, OLD, "Welcome back.");
        lookTwice(restarted);
        assertThat(restarted.refusal()).isEmpty();
        assertThat(welcome(restarted)).isEqualTo("Welcome back.");
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
        assertThat(database.read(newNode.publisher()::live).reason()).isEqualTo(EN);
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
        assertThat(newNode.refusal().orElseThrow().problems().get(0).in(Language.ENGLISH))
                .startsWith(EN + ": ");
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
}
