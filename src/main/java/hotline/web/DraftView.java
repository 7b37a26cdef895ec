package hotline.web;

import hotline.flow.FlowLoader;
import hotline.flow.FlowProblem;
import hotline.flow.Rule;
import hotline.publish.Draft;
import hotline.publish.FileChange;
import hotline.publish.Publication;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A supervisor's draft, and what there is to say about it.
 *
 * @param zone the shop's
 * @param live what calls run on now
 * @param conflicts the files that both the supervisor and, since the draft was begun, somebody else have changed
 * @param problems of all files
 */
public record DraftView(
        Texts texts,
        ZoneId zone,
        String formToken,
        Draft draft,
        Publication live,
        Set<String> conflicts,
        List<FlowProblem> problems) {
    /** A file as the list shows it. */
    public record FileRow(String name, Optional<FileChange.Kind> change, long errors, long warnings) {
        public boolean isDeleted() {
            return change.equals(Optional.of(FileChange.Kind.DELETED));
        }
    }

    /** The groups of files, in the order in which they are listed. */
    public static final List<String> GROUPS = List.of("flows", "prompts", "messages", "settings");

    /** The longest reason for publishing that can be given, in characters. */
    public static final int LONGEST_REASON = 300;

    public DraftView {
        conflicts = Set.copyOf(conflicts);
        problems = List.copyOf(problems);
    }

    /** The same with these problems. */
    DraftView with(List<FlowProblem> found) {
        return new DraftView(texts, zone, formToken, draft, live, conflicts, found);
    }

    /** In which of {@link #GROUPS} a file is listed. */
    public static String group(String file) {
        if (FlowLoader.isFlow(file)) {
            return "flows";
        }
        return file.contains("/") ? file.substring(0, file.indexOf('/')) : "settings";
    }

    /** The files of a group, those that were deleted among them. */
    public List<FileRow> files(String group) {
        Map<String, FileRow> rows = new TreeMap<>();
        List<String> all = new ArrayList<>(draft.before().keySet());
        all.addAll(draft.files().keySet());
        all.stream().filter(file -> group(file).equals(group)).forEach(file -> rows.put(file, row(file)));
        return List.copyOf(rows.values());
    }

    private FileRow row(String file) {
        return new FileRow(file, change(file), count(file, true), count(file, false));
    }

    private long count(String file, boolean errors) {
        return problems.stream()
                .filter(problem -> problem.file().equals(file) && problem.isError() == errors)
                .count();
    }

    private Optional<FileChange.Kind> change(String file) {
        return draft.changed().contains(file)
                ? Optional.of(FileChange.kind(
                        draft.before().containsKey(file), draft.files().containsKey(file)))
                : Optional.empty();
    }

    /** As texts call it. */
    public static String word(FileChange.Kind change) {
        return change.name().toLowerCase(Locale.ROOT);
    }

    /** Whether a problem is in a file that can be edited: one of the draft's, or one that it lacks and that can be begun. */
    public boolean isMendable(FlowProblem problem) {
        return draft.files().containsKey(problem.file()) || problem.rule() == Rule.MISSING_FILE;
    }

    /**
     * Where a problem is mended: at its line; or, when its file is not in the draft, where it can be brought back, or where what others have made
     * live is brought in.
     */
    public String mendingPlace(FlowProblem problem) {
        if (isMendable(problem)) {
            return EditorRoutes.PAGE + "/" + problem.file() + "#" + problem.line() + ":" + problem.column();
        }
        return EditorRoutes.PAGE + (draft.before().containsKey(problem.file()) ? "#files-title" : "#behind-title");
    }

    public List<FileChange> changes() {
        return FileChange.between(draft.before(), draft.files());
    }

    public boolean isChanged() {
        return !draft.changed().isEmpty();
    }

    public int changedFiles() {
        return draft.changed().size();
    }

    public long errors() {
        return problems.stream().filter(FlowProblem::isError).count();
    }

    public long warnings() {
        return problems.size() - errors();
    }

    /** The last day on which it is certainly there if nobody touches it again; empty while nothing is changed. */
    public Optional<String> keptUntil() {
        return draft.keptUntil()
                .map(end -> Amounts.day(end, zone, texts.language().locale()));
    }

    /** Whether nothing stands in its way, as far as is known now. */
    public boolean isPublishable() {
        return isChanged() && errors() == 0 && conflicts.isEmpty();
    }

    /** Whether something else has gone live since the draft was begun. */
    public boolean isBehind() {
        return isChanged() && !live.version().equals(draft.begunWith());
    }
}
