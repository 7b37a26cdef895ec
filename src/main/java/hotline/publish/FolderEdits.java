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
 * that is looked at for the first time, as on a new node, is news only if what it holds was never live: else it is merely older,
 * and a node that comes back with last week's files would undo this week's work.
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
            NewPublication first = new NewPublication(found.version(), Optional.empty(), "the folder " + folder);
            publications.insert(handle, live, first, now);
            return new Publishing.Live(publisher.live(handle));
        }
        Optional<String> before = publications.findFolder(handle, folder);
        boolean isNews = before.map(version -> !version.equals(found.version()))
                .orElseGet(() -> !publications.wasEverLive(handle, found.version()));
        return isNews ? publish(handle, before.orElse(live.get().version()), found, now) : new Publishing.Unchanged();
    }

    private Publishing publish(Handle handle, String before, VoiceFlows found, Instant now) {
        FlowEdit edit = new FlowEdit(publisher.files(handle, before), found.sources());
        String reason = "edited in the folder: " + String.join(", ", edit.changed());
        return publisher.publish(handle, before, found.sources(), Optional.empty(), reason, now);
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
