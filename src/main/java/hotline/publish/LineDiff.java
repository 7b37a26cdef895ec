package hotline.publish;

import java.util.ArrayList;
import java.util.List;

/** What differs between two texts, line by line: the longest common subsequence stays, the rest was taken out or put in. */
public final class LineDiff {
    /** Above this many pairs of lines in the part that differs, all of it counts as replaced. */
    private static final long MOST_PAIRS = 4_000_000;

    private final List<Line> lines = new ArrayList<>();
    private final List<String> before;
    private final List<String> after;

    private LineDiff(String before, String after) {
        this.before = before.lines().toList();
        this.after = after.lines().toList();
    }

    /** What became of a line. */
    public enum Kind {
        /** It stands in both. */
        SAME,
        /** It was taken out. */
        OUT,
        /** It was put in. */
        IN
    }

    /**
     * A line of either text.
     *
     * @param number where it stands, from 1: in the text after, or for one that was taken out in the text before
     */
    public record Line(Kind kind, int number, String text) {}

    /** All lines of both texts, in their order; what was taken out stands before what was put in. */
    public static List<Line> of(String before, String after) {
        LineDiff diff = new LineDiff(before, after);
        diff.compare();
        return List.copyOf(diff.lines);
    }

    /** The lines that differ, each with so many around it. */
    public static List<Line> around(String before, String after, int context) {
        List<Line> all = of(before, after);
        List<Line> near = new ArrayList<>();
        for (int at = 0; at < all.size(); at++) {
            List<Line> around = all.subList(Math.max(0, at - context), Math.min(all.size(), at + context + 1));
            if (around.stream().anyMatch(line -> line.kind() != Kind.SAME)) {
                near.add(all.get(at));
            }
        }
        return near;
    }

    private void compare() {
        int head = 0;
        int shorter = Math.min(before.size(), after.size());
        while (head < shorter && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        same(0, head);
        middle(head, before.size() - tail, after.size() - tail);
        same(after.size() - tail, after.size());
    }

    private void same(int from, int to) {
        for (int at = from; at < to; at++) {
            lines.add(new Line(Kind.SAME, at + 1, after.get(at)));
        }
    }

    private void middle(int head, int beforeEnd, int afterEnd) {
        int[][] longest = longest(head, beforeEnd, afterEnd);
        int old = head;
        int fresh = head;
        while (old < beforeEnd || fresh < afterEnd) {
            if (old < beforeEnd && fresh < afterEnd && longest.length > 0 && isPair(longest, old, fresh, head)) {
                lines.add(new Line(Kind.SAME, fresh + 1, after.get(fresh)));
                old++;
                fresh++;
            } else if (old < beforeEnd && (fresh == afterEnd || takesOut(longest, old - head, fresh - head))) {
                lines.add(new Line(Kind.OUT, old + 1, before.get(old)));
                old++;
            } else {
                lines.add(new Line(Kind.IN, fresh + 1, after.get(fresh)));
                fresh++;
            }
        }
    }

    private boolean isPair(int[][] longest, int old, int fresh, int head) {
        return before.get(old).equals(after.get(fresh))
                && longest[old - head][fresh - head] == longest[old - head + 1][fresh - head + 1] + 1;
    }

    private static boolean takesOut(int[][] longest, int old, int fresh) {
        return longest.length == 0 || longest[old + 1][fresh] >= longest[old][fresh + 1];
    }

    /** The length of the longest common subsequence from each pair of lines on; nothing where that would take too long. */
    private int[][] longest(int head, int beforeEnd, int afterEnd) {
        int rows = beforeEnd - head;
        int columns = afterEnd - head;
        if ((long) rows * columns > MOST_PAIRS) {
            return new int[0][];
        }
        int[][] longest = new int[rows + 1][columns + 1];
        for (int row = rows - 1; row >= 0; row--) {
            for (int column = columns - 1; column >= 0; column--) {
                longest[row][column] = before.get(head + row).equals(after.get(head + column))
                        ? longest[row + 1][column + 1] + 1
                        : Math.max(longest[row + 1][column], longest[row][column + 1]);
            }
        }
        return longest;
    }
}
