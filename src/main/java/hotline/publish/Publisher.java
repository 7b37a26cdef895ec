package hotline.publish;

import hotline.flow.VoiceFlows;
import hotline.store.Database;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Makes flows live, for whoever edited them; inside the writer's transaction. Every node follows within a second. */
public final class Publisher {
    /** So often somebody else may be faster before it is not chance any more. */
    private static final int MOST_TRIES = 5;

    /** More than there are supervisors who publish on one node at the same moment. */
    private static final int MOST_CHECKED = 4;

    private final Publications publications;
    private final Function<Map<String, String>, Checked> checker;

    /** What was checked ahead, by its files. */
    private final Map<Map<String, String>, Checked> checked = Collections.synchronizedMap(new LastUsed<>(MOST_CHECKED));

    Publisher(Publications publications) {
        this(publications, Checked::of);
    }

    Publisher(Publications publications, Function<Map<String, String>, Checked> checker) {
        this.publications = publications;
        this.checker = checker;
    }

    /**
     * Puts an edit live, on top of whatever went live since it was begun.
     *
     * @param begunWith the version that was edited; it was live once, or was found in a folder
     * @param files all files after the edit, by their path in the folder
     * @param by the username of who did it; empty for what was found in a folder
     */
    public Publishing publish(
            Handle handle,
            String begunWith,
            Map<String, String> files,
            Optional<String> by,
            String reason,
            Instant now) {
        FlowEdit edit = new FlowEdit(files(handle, begunWith), files);
        return publish(handle, edit, new Cause(by, Optional.empty(), reason), now);
    }

    /** The same for an edit whose files are at hand. */
    Publishing publish(Handle handle, FlowEdit edit, Cause cause, Instant now) {
        return untilItFollows(handle, live -> {
            Map<String, String> liveFiles = files(handle, live.version());
            Set<String> conflicts = edit.conflicts(liveFiles);
            return conflicts.isEmpty()
                    ? goLive(handle, live, edit.appliedTo(liveFiles), cause, now)
                    : Optional.of(new Publishing.Conflict(conflicts, live));
        });
    }

    /**
     * Checks ahead what {@link #publish} would put live, which takes too long for the writer's transaction. It is checked again there only if
     * something else has gone live in between.
     *
     * @param begunWith as there, like the files
     */
    public void prepare(Database database, String begunWith, Map<String, String> files) {
        Map<String, String> before = database.read(handle -> files(handle, begunWith));
        prepare(database, new FlowEdit(before, files));
    }

    void prepare(Database database, FlowEdit edit) {
        Map<String, String> liveFiles =
                database.read(handle -> files(handle, live(handle).version()));
        if (edit.conflicts(liveFiles).isEmpty()) {
            checkAhead(edit.appliedTo(liveFiles));
        }
    }

    /** The same for {@link #rollBack}. */
    public void prepareRollBack(Database database, String version) {
        checkAhead(database.read(handle -> files(handle, version)));
    }

    private void checkAhead(Map<String, String> files) {
        checked.put(Map.copyOf(files), checker.apply(files));
    }

    private Checked check(Map<String, String> files) {
        return Optional.ofNullable(checked.get(files)).orElseGet(() -> checker.apply(files));
    }

    /** Makes what was live once live again, as it was. */
    public Publishing rollBack(Handle handle, String version, String by, String reason, Instant now) {
        if (!publications.wasEverLive(handle, version)) {
            throw new IllegalArgumentException("version " + version + " was never live");
        }
        Map<String, String> files = files(handle, version);
        return untilItFollows(handle, live -> goLive(handle, live, files, Cause.supervisor(by, reason), now));
    }

    /** What is live. */
    public Publication live(Handle handle) {
        return publications
                .findLatest(handle)
                .orElseThrow(() -> new IllegalStateException("no flows were ever published"));
    }

    /** What went live, the newest first. */
    public List<Publication> listNewest(Handle handle, int most) {
        return publications.listNewest(handle, most);
    }

    /** What went live under this id. */
    public Optional<Publication> find(Handle handle, long id) {
        return publications.find(handle, id);
    }

    /** What was live until this one took its place; empty for the first. */
    public Optional<Publication> findBefore(Handle handle, long id) {
        return publications.findBefore(handle, id);
    }

    /**
     * The files of a version that was kept, by their path in the folder.
     *
     * @throws IllegalStateException if it never was
     */
    public Map<String, String> files(Handle handle, String version) {
        return publications
                .findFiles(handle, version)
                .orElseThrow(() -> new IllegalStateException("no flows of version " + version + " were kept"));
    }

    /**
     * Keeps flows without putting them live, for calls that ask for this version; as long as {@link OldDrafts} lets them be.
     *
     * @return the version to ask for
     */
    public String keep(Handle handle, VoiceFlows flows, Instant now) {
        publications.keep(handle, flows, now);
        publications.ring(handle, flows.version(), now);
        return flows.version();
    }

    /** Two may publish at the same moment, on two nodes; the second one's edit goes on top of the first one's. */
    private Publishing untilItFollows(Handle handle, Function<Publication, Optional<Publishing>> attempt) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Optional<Publishing> result = attempt.apply(live(handle));
            if (result.isPresent()) {
                return result.get();
            }
        }
        throw new IllegalStateException("others publish all the time; nothing was published");
    }

    /** Empty if somebody else was faster. */
    private Optional<Publishing> goLive(
            Handle handle, Publication live, Map<String, String> files, Cause cause, Instant now) {
        Checked result = check(files);
        if (result.flows().isEmpty()) {
            return Optional.of(new Publishing.Broken(result.problems()));
        }
        VoiceFlows flows = result.flows().get();
        if (flows.version().equals(live.version())) {
            return Optional.of(new Publishing.Unchanged());
        }
        publications.keep(handle, flows, now);
        return publications.insert(handle, Optional.of(live), flows.version(), cause, now)
                ? Optional.of(new Publishing.Live(live(handle)))
                : Optional.empty();
    }
}
