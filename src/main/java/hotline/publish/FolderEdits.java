package hotline.publish;

import hotline.flow.VoiceFlows;
import hotline.store.Database;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Decides what a folder's contents mean. What differs from what the same folder held before is an edit and goes live. A folder
 * that is looked at for the first time, as on a new node, is news only if what it holds was never taken over: else it is merely older,
 * and a node that comes back with last week's files would undo this week's work. What is new in it is what differs from the
 * folder that was the last to be edited, be it on another node.
 */
final class FolderEdits {
    private final String folder;
    private final Publications publications;
    private final Publisher publisher;

    /** @param folder the name of the folder and its machine */
    FolderEdits(String folder, Publications publications, Publisher publisher) {
        this.folder = folder;
        this.publications = publications;
        this.publisher = publisher;
    }

    /** Does ahead of the transaction what takes long in it. */
    void prepare(Database database, VoiceFlows found) {
        database.<Optional<FlowEdit>>read(
                        handle -> publications.findLatest(handle).flatMap(live -> findEdit(handle, found)))
                .ifPresent(edit -> publisher.prepare(database, edit));
    }

    /** Takes over what the folder holds, if that is an edit; inside the writer's transaction. */
    Publishing takeOver(Handle handle, VoiceFlows found, Instant now) {
        publications.keep(handle, found, now);
        Publishing result = judge(handle, found, now);
        if (result instanceof Publishing.Live || result instanceof Publishing.Unchanged) {
            publications.putFolder(handle, folder, found.version(), now);
        }
        return result;
    }

    private Publishing judge(Handle handle, VoiceFlows found, Instant now) {
        Optional<Publication> live = publications.findLatest(handle);
        if (live.isEmpty()) {
            Cause first = Cause.folder(found.version(), folder);
            publications.insert(handle, live, found.version(), first, now);
            return new Publishing.Live(publisher.live(handle));
        }
        Optional<FlowEdit> edit = findEdit(handle, found);
        if (edit.isEmpty()) {
            return new Publishing.Unchanged();
        }
        String reason = String.join(", ", edit.get().changed());
        return publisher.publish(handle, edit.get(), Cause.folder(found.version(), reason), now);
    }

    /** What is new in the folder; empty if nothing is. */
    private Optional<FlowEdit> findEdit(Handle handle, VoiceFlows found) {
        Optional<String> before = publications.findFolder(handle, folder);
        boolean isNews = before.map(version -> !version.equals(found.version()))
                .orElseGet(() -> !publications.wasEverTakenOver(handle, found.version()));
        return isNews ? Optional.of(edit(handle, before, found)) : Optional.empty();
    }

    /** What was made live in the browser was never in any folder, so that to compare a new folder with it would undo it. */
    private FlowEdit edit(Handle handle, Optional<String> before, VoiceFlows found) {
        String base = before.or(() -> publications.findNewestFound(handle))
                .orElseGet(() -> publisher.live(handle).version());
        return new FlowEdit(publisher.files(handle, base), found.sources());
    }
}
