package hotline.publish;

import hotline.publish.LineDiff.Kind;
import hotline.publish.LineDiff.Line;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What somebody changed, file by file, put on top of what is live. Whoever edits in the folder and whoever edits in the
 * browser do not undo each other's work; where both changed the same file, the later one is asked to bring both together.
 *
 * @param before the files that the edit began with
 * @param after the same after the edit
 */
public record FlowEdit(Map<String, String> before, Map<String, String> after) {
    /** The files that were changed, added or deleted. */
    public Set<String> changed() {
        Set<String> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        all.removeIf(file -> Objects.equals(before.get(file), after.get(file)));
        return all;
    }

    /** Of those, the ones that have been changed in another way since, unless the edit holds that change too. */
    Set<String> conflicts(Map<String, String> live) {
        Set<String> conflicts = changed();
        conflicts.removeIf(file -> Objects.equals(live.get(file), before.get(file))
                || Objects.equals(live.get(file), after.get(file))
                || isMerged(file, live));
        return conflicts;
    }

    /** Whether the edited text has all lines that others put in, where they put them, and none that they took out. */
    private boolean isMerged(String file, Map<String, String> live) {
        if (!live.containsKey(file) || !after.containsKey(file)) {
            return false;
        }
        List<Line> theirs = LineDiff.of(before.getOrDefault(file, ""), live.getOrDefault(file, ""));
        List<Line> mine = LineDiff.of(live.getOrDefault(file, ""), after.getOrDefault(file, ""));
        Set<Integer> putIn = new TreeSet<>();
        Set<String> takenOut = new TreeSet<>();
        theirs.stream().filter(line -> line.kind() == Kind.IN).forEach(line -> putIn.add(line.number()));
        theirs.stream().filter(line -> line.kind() == Kind.OUT).forEach(line -> takenOut.add(line.text()));
        return mine.stream().noneMatch(line -> line.kind() == Kind.OUT && putIn.contains(line.number()))
                && mine.stream().noneMatch(line -> line.kind() == Kind.IN && takenOut.contains(line.text()));
    }

    /** The live files with this edit. */
    Map<String, String> appliedTo(Map<String, String> live) {
        Map<String, String> result = new TreeMap<>(live);
        for (String file : changed()) {
            if (after.containsKey(file)) {
                result.put(file, after.get(file));
            } else {
                result.remove(file);
            }
        }
        return result;
    }
}
