package hotline.publish;

import hotline.publish.LineDiff.Line;
import java.util.List;
import java.util.Map;

/**
 * What differs in one file.
 *
 * @param lines those that differ, with some around them
 */
public record FileChange(String file, Kind kind, List<Line> lines) {
    private static final int CONTEXT = 3;

    /** What became of a file. */
    public enum Kind {
        ADDED,
        CHANGED,
        DELETED
    }

    public FileChange {
        lines = List.copyOf(lines);
    }

    /** What differs between two versions, in the order of the files. */
    public static List<FileChange> between(Map<String, String> before, Map<String, String> after) {
        return new FlowEdit(before, after)
                .changed().stream()
                        .map(file -> new FileChange(
                                file,
                                kind(before.containsKey(file), after.containsKey(file)),
                                LineDiff.around(before.getOrDefault(file, ""), after.getOrDefault(file, ""), CONTEXT)))
                        .toList();
    }

    /** What became of a file that differs, by whether it was there and is there. */
    public static Kind kind(boolean was, boolean is) {
        if (was) {
            return is ? Kind.CHANGED : Kind.DELETED;
        }
        return Kind.ADDED;
    }
}
