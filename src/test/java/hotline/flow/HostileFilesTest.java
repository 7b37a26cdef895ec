package hotline.flow;

import static hotline.flow.FlowMistakes.good;
import static hotline.flow.FlowMistakes.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A file that would exhaust the reader is refused, not read. */
class HostileFilesTest {
    @Test
    void a_bomb_of_aliases_is_refused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }

        assertThat(problems(good().file("bomb.yaml", bomb.toString())))
                .anySatisfy(problem -> assertThat(problem).startsWith("bomb.yaml:"));
    }

    @Test
    void an_alias_of_itself_is_refused() {
        assertThat(problems(good().file("loop.yaml", "flow: &a {steps: *a}\n")))
                .anySatisfy(problem -> assertThat(problem).startsWith("loop.yaml:1:7: error: anchors"));
    }

    @Test
    void a_huge_file_is_refused() {
        assertThat(problems(good().file("huge.yaml", "# ".repeat(200_000))))
                .contains("huge.yaml:1:1: error: the file is too big (more than 200000 characters); split it");
    }

    @Test
    void a_file_nested_too_deeply_is_refused() {
        assertThat(problems(good().file("deep.yaml", "a: " + "[".repeat(50_000))))
                .anySatisfy(problem -> assertThat(problem).startsWith("deep.yaml:"));
    }
}
