package hotline.publish;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What somebody changed, file by file, put on top of what is live. Whoever edits in the folder and whoever edits in the
 * browser do not undo each other's work unless they changed the same file.
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

    /** Of those, the ones that have been changed in another way since. */
    Set<String> conflicts(Map<String, String> live) {
        Set<String> conflicts = changed();
        conflicts.removeIf(file ->
                Objects.equals(live.get(file), before.get(file)) || Objects.equals(live.get(file), after.get(file)));
        return conflicts;
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
