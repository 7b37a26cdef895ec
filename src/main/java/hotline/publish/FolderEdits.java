package hotline.publish;

import hotline.flow.FlowLoader;
import hotline.flow.FlowProblemsException;
import hotline.flow.VoiceFlows;
import java.time.Instant;
import java.util.Map;
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
        if (live.isEmpty() || !canBeRead(handle, live.get())) {
            Cause first = Cause.folder(found.version(), "the folder " + folder);
            publications.insert(handle, live, found.version(), first, now);
            return new Publishing.Live(publisher.live(handle));
        }
        Optional<String> before = publications.findFolder(handle, folder);
        boolean isNews = before.map(version -> !version.equals(found.version()))
                .orElseGet(() -> !publications.wasEverTakenOver(handle, found.version()));
        return isNews ? publish(handle, before, found, now) : new Publishing.Unchanged();
    }

    /** What was made live in the browser was never in any folder, so that to compare a new folder with it would undo it. */
    private Publishing publish(Handle handle, Optional<String> before, VoiceFlows found, Instant now) {
        String base = before.or(() -> publications.findNewestFound(handle))
                .orElseGet(() -> publisher.live(handle).version());
        FlowEdit edit = new FlowEdit(publisher.files(handle, base), found.sources());
        String reason = "edited in the folder: " + String.join(", ", edit.changed());
        return publisher.publish(handle, edit, Cause.folder(found.version(), reason), now);
    }

    /** What an older program put live may have mistakes for this one. */
    private boolean canBeRead(Handle handle, Publication live) {
        Map<String, String> files = publisher.files(handle, live.version());
        try {
            FlowLoader.load(files);
            return true;
        } catch (FlowProblemsException e) {
            return false;
        }
    }
}
