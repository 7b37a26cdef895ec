package hotline.publish;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a supervisor edits and has not published.
 *
 * @param begunWith the version that it was begun with
 * @param before the files of that version, by their path in the folder
 * @param files the same as they are now
 * @param edits how often it was edited; 0 if it never was
 * @param touchedAt when it was last edited or rung; empty if it never was edited
 */
public record Draft(
        String begunWith,
        Map<String, String> before,
        Map<String, String> files,
        int edits,
        Optional<Instant> touchedAt) {
    public Draft {
        before = Map.copyOf(before);
        files = Map.copyOf(files);
    }

    /** Until when it is kept if nobody touches it again. */
    public Optional<Instant> keptUntil() {
        return touchedAt.map(at -> at.plus(OldDrafts.KEPT));
    }

    /** The files that were changed, added or deleted. */
    public Set<String> changed() {
        return edit().changed();
    }

    /** Of those, the ones that somebody else has meanwhile changed in another way. */
    public Set<String> conflicts(Map<String, String> live) {
        return edit().conflicts(live);
    }

    FlowEdit edit() {
        return new FlowEdit(before, files);
    }

    Draft without(String file) {
        Map<String, String> fewer = new TreeMap<>(files);
        fewer.remove(file);
        return new Draft(begunWith, before, fewer, edits, touchedAt);
    }

    /** A browser sends other line ends than a file may have; a text that differs in nothing else is the same. */
    Draft with(String file, String text) {
        String unified = text.replace("\r\n", "\n");
        String old = before.getOrDefault(file, "");
        boolean isAsBefore =
                before.containsKey(file) && old.replace("\r\n", "\n").equals(unified);
        Map<String, String> more = new TreeMap<>(files);
        more.put(file, isAsBefore ? old : unified);
        return new Draft(begunWith, before, more, edits, touchedAt);
    }
}
