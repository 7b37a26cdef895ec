package hotline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlowEditTest {
    private static final Map<String, String> BEFORE = Map.of("a.yaml", "a1", "b.yaml", "b1", "c.yaml", "c1");

    @Test
    void changes_additions_and_deletions_go_on_top_of_what_others_changed_in_other_files() {
        FlowEdit edit = new FlowEdit(BEFORE, Map.of("a.yaml", "a2", "b.yaml", "b1", "d.yaml", "d1"));
        Map<String, String> live = Map.of("a.yaml", "a1", "b.yaml", "b9", "c.yaml", "c1");
        assertThat(edit.changed()).containsExactly("a.yaml", "c.yaml", "d.yaml");
        assertThat(edit.conflicts(live)).isEmpty();
        assertThat(edit.appliedTo(live)).isEqualTo(Map.of("a.yaml", "a2", "b.yaml", "b9", "d.yaml", "d1"));
    }

    @Test
    void a_file_that_others_have_changed_in_another_way_is_a_conflict() {
        FlowEdit edit = new FlowEdit(BEFORE, Map.of("a.yaml", "a2", "b.yaml", "b2", "c.yaml", "c1"));
        assertThat(edit.conflicts(Map.of("a.yaml", "a9", "b.yaml", "b1", "c.yaml", "c9")))
                .containsExactly("a.yaml");
    }

    @Test
    void two_who_made_the_same_change_do_not_disturb_each_other() {
        FlowEdit edit = new FlowEdit(BEFORE, Map.of("a.yaml", "a2", "b.yaml", "b1"));
        Map<String, String> live = Map.of("a.yaml", "a2", "b.yaml", "b1");
        assertThat(edit.conflicts(live)).isEmpty();
        assertThat(edit.appliedTo(live)).isEqualTo(live);
    }

    @Test
    void an_edit_that_holds_what_others_have_changed_in_the_file_is_no_conflict() {
        Map<String, String> before = Map.of("a.yaml", "one: a\ntwo: a\nthree: a\n");
        Map<String, String> live = Map.of("a.yaml", "one: b\ntwo: a\nthree: a\n");
        String mine = "one: a\ntwo: a\nthree: c\n";
        assertThat(new FlowEdit(before, Map.of("a.yaml", mine)).conflicts(live)).containsExactly("a.yaml");
        String merged = "one: b\ntwo: a\nthree: c\n";
        FlowEdit edit = new FlowEdit(before, Map.of("a.yaml", merged));
        assertThat(edit.conflicts(live)).isEmpty();
        assertThat(edit.appliedTo(live)).containsEntry("a.yaml", merged);
    }

    @Test
    void whoever_only_ends_the_lines_in_another_way_disturbs_nobody() {
        Map<String, String> before = Map.of("a.yaml", "one: a\r\ntwo: a");
        for (String live : List.of("one: a\ntwo: a\n", "one: a\r\ntwo: a\r\n")) {
            FlowEdit edit = new FlowEdit(before, Map.of("a.yaml", "one: a\r\ntwo: b"));
            assertThat(edit.conflicts(Map.of("a.yaml", live))).as(live).isEmpty();
        }
    }

    @Test
    void the_same_line_in_another_place_does_not_count_as_what_others_have_changed() {
        Map<String, String> before = Map.of("a.yaml", "one:\n  then: a\ntwo:\n  then: a\n");
        Map<String, String> live = Map.of("a.yaml", "one:\n  then: b\ntwo:\n  then: a\n");
        FlowEdit edit = new FlowEdit(before, Map.of("a.yaml", "one:\n  then: a\ntwo:\n  then: b\n"));
        assertThat(edit.conflicts(live)).containsExactly("a.yaml");
    }
}
