package hotline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.publish.LineDiff.Kind;
import hotline.publish.LineDiff.Line;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineDiffTest {
    private static String shown(List<Line> lines) {
        return lines.stream()
                .map(line -> switch (line.kind()) {
                            case SAME -> " ";
                            case OUT -> "-";
                            case IN -> "+";
                        }
                        + line.number()
                        + line.text())
                .collect(Collectors.joining(" "));
    }

    @Test
    void a_changed_line_is_taken_out_and_put_in() {
        assertThat(shown(LineDiff.of("a\nb\nc\n", "a\nx\nc\n"))).isEqualTo(" 1a -2b +2x  3c");
    }

    @Test
    void lines_that_moved_apart_stay_the_same() {
        assertThat(shown(LineDiff.of("a\nb\nc\nd", "b\nnew\nd\ne"))).isEqualTo("-1a  1b -3c +2new  3d +4e");
    }

    @Test
    void a_file_that_is_new_or_gone_is_all_of_one_kind() {
        assertThat(shown(LineDiff.of("", "a\nb"))).isEqualTo("+1a +2b");
        assertThat(shown(LineDiff.of("a\nb", ""))).isEqualTo("-1a -2b");
    }

    @Test
    void only_what_is_near_a_change_is_shown() {
        String before = IntStream.range(0, 20).mapToObj(i -> "l" + i).collect(Collectors.joining("\n"));
        assertThat(shown(LineDiff.around(before, before.replace("l9", "x"), 1))).isEqualTo(" 9l8 -10l9 +10x  11l10");
    }

    @Test
    void what_differs_too_much_is_replaced_as_a_whole() {
        String before = "old\n".repeat(3_000);
        List<Line> lines = LineDiff.of(before, "new\n".repeat(3_000));
        assertThat(lines.subList(0, 3_000)).allMatch(line -> line.kind() == Kind.OUT);
        assertThat(lines.subList(3_000, 6_000)).allMatch(line -> line.kind() == Kind.IN);
    }

    @Test
    void both_texts_can_be_read_out_of_any_difference() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<String> before = words(random);
            List<String> after = new ArrayList<>(before);
            Collections.rotate(after, random.nextInt(3));
            after.removeIf(word -> random.nextInt(4) == 0);
            List<Line> lines = LineDiff.of(String.join("\n", before), String.join("\n", after));
            assertThat(texts(lines, Kind.IN)).isEqualTo(before);
            assertThat(texts(lines, Kind.OUT)).isEqualTo(after);
        }
    }

    private static List<String> words(Random random) {
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(i -> "w" + random.nextInt(5))
                .toList();
    }

    private static List<String> texts(List<Line> lines, Kind without) {
        return lines.stream()
                .filter(line -> line.kind() != without)
                .map(Line::text)
                .toList();
    }
}
