package hotline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.flow.VoiceFlows;
import hotline.phone.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is edited in a folder or published in the browser while nodes run. */
abstract class LiveFlowsContract extends TwoNodes {
    @Test
    void an_edit_of_one_nodes_folder_is_live_on_every_node() {
        String before = version(node);
        folder.edit(EN, OLD, "Welcome to the shop.");
        lookTwice(node);
        otherNode.look();
        assertThat(welcome(node)).isEqualTo("Welcome to the shop.");
        assertThat(welcome(otherNode)).isEqualTo("Welcome to the shop.");
        VoiceFlows older = otherNode.versions().load(before);
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
        assertThat(node.refusal().orElseThrow().problems().get(0).in(Language.ENGLISH))
                .contains("main-menu.yaml:", "missing-oder");
        assertThat(node.refusal().orElseThrow().problems().get(0).in(Language.INDONESIAN))
                .contains("main-menu.yaml:", ": kesalahan: tidak ada langkah `missing-oder`");
        assertThat(node.state()).startsWith(before).contains("main-menu.yaml:");

        folder.edit("main-menu.yaml", "missing-oder", "missing-order").edit(EN, OLD, "Welcome.");
        lookTwice(node);
        assertThat(node.refusal()).isEmpty();
        assertThat(welcome(node)).isEqualTo("Welcome.");
    }

    @Test
    void an_edit_that_is_not_utf_8_is_refused_until_it_is() throws IOException {
        String before = version(node);
        Path edited = one.resolve(EN);
        String text = Files.readString(edited);
        Files.writeString(edited, text.replace(OLD, "Welcome to the café."), StandardCharsets.ISO_8859_1);
        lookTwice(node);
        assertThat(version(node)).isEqualTo(before);
        assertThat(node.refusal().orElseThrow().first().in(Language.ENGLISH))
                .startsWith(EN + ":1:1: error: the file is not UTF-8 text");

        Files.writeString(edited, text.replace(OLD, "Welcome to the café."));
        lookTwice(node);
        assertThat(node.refusal()).isEmpty();
        assertThat(welcome(node)).isEqualTo("Welcome to the café.");
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
        assertThat(node.refusal().orElseThrow().problems().get(0).in(Language.ENGLISH))
                .contains(EN, "sari", "a kinder word");
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
        assertThat(node.refusal().orElseThrow().problems().get(0).in(Language.ENGLISH))
                .contains("by sari");
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
        assertThat(node.refusal().orElseThrow().problems().get(0).in(Language.ENGLISH))
                .contains("piano.wav");
        Files.copy(one.resolve("audio/hold.wav"), one.resolve("audio/piano.wav"));
        lookTwice(node);
        assertThat(node.refusal()).isEmpty();
        assertThat(node.versions().current().holdMusic()).endsWith("piano.wav");
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
