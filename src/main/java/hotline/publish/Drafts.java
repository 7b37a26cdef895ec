package hotline.publish;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/** What supervisors edit and have not published: one draft each. What changes one is for the writer's transaction. */
public final class Drafts {
    private final Publisher publisher;

    Drafts(Publisher publisher) {
        this.publisher = publisher;
    }

    private record Row(String begunWith, String files, int edits, Instant touchedAt) {}

    /** The draft of a supervisor; what is live, if they edit nothing. */
    public Draft get(Handle handle, String username) {
        return find(handle, username).orElseGet(() -> {
            String live = publisher.live(handle).version();
            Map<String, String> files = publisher.files(handle, live);
            return new Draft(live, files, files, 0, Optional.empty());
        });
    }

    private Optional<Draft> find(Handle handle, String username) {
        return handle.createQuery(
                        "select begun_with, files, edits, updated_at from flow_draft where username = :username")
                .bind("username", username)
                .map((row, context) -> new Row(
                        row.getString("begun_with"),
                        row.getString("files"),
                        row.getInt("edits"),
                        row.getObject("updated_at", OffsetDateTime.class).toInstant()))
                .findOne()
                .map(row -> new Draft(
                        row.begunWith(),
                        publisher.files(handle, row.begunWith()),
                        SourceJson.read(row.files()),
                        row.edits(),
                        Optional.of(row.touchedAt())));
    }

    /**
     * Puts this text into one of the files, which may be a new one; does not judge it.
     *
     * @param begunWith the version that the draft was begun with when the reader saw it
     * @return the draft now; empty if it is another one by now, as after publishing it in another window, and nothing was changed
     */
    public Optional<Draft> write(
            Handle handle, String username, String begunWith, String file, String text, Instant now) {
        return write(handle, username, draft -> draft.begunWith().equals(begunWith), file, text, now);
    }

    /**
     * The same for a reader who saw the files, too.
     *
     * @param isSeen whether a draft is what the reader saw
     */
    public Optional<Draft> write(
            Handle handle, String username, Predicate<Draft> isSeen, String file, String text, Instant now) {
        return Optional.of(get(handle, username))
                .filter(isSeen)
                .flatMap(draft -> put(handle, username, draft, draft.with(file, text), now));
    }

    /** Takes a file out; otherwise as {@link #write}. */
    public Optional<Draft> delete(Handle handle, String username, String begunWith, String file, Instant now) {
        return findSame(handle, username, begunWith)
                .flatMap(draft -> put(handle, username, draft, draft.without(file), now));
    }

    /** Puts the draft onto what is live now; of files that both have changed, what is live is taken. */
    public Optional<Draft> takeOver(Handle handle, String username, String begunWith, Instant now) {
        return findSame(handle, username, begunWith).flatMap(draft -> takeOver(handle, username, draft, now));
    }

    private Optional<Draft> takeOver(Handle handle, String username, Draft old, Instant now) {
        String live = publisher.live(handle).version();
        Map<String, String> liveFiles = publisher.files(handle, live);
        Set<String> theirs = old.conflicts(liveFiles);
        Map<String, String> mine = new TreeMap<>(old.edit().appliedTo(liveFiles));
        for (String file : theirs) {
            if (liveFiles.containsKey(file)) {
                mine.put(file, liveFiles.get(file));
            } else {
                mine.remove(file);
            }
        }
        return put(handle, username, old, new Draft(live, liveFiles, mine, old.edits(), old.touchedAt()), now);
    }

    /** Notes that the draft is still wanted, as when it is rung; does nothing if there is none. */
    public void touch(Handle handle, String username, Instant now) {
        handle.createUpdate("update flow_draft set updated_at = :now where username = :username")
                .bind("username", username)
                .bind("now", now)
                .execute();
    }

    /**
     * Throws the draft away.
     *
     * @param begunWith as above
     * @return false if it is another one by now
     */
    public boolean discard(Handle handle, String username, String begunWith) {
        boolean isSeen = findSeen(handle, username, begunWith).isPresent();
        if (isSeen) {
            discard(handle, username);
        }
        return isSeen;
    }

    /** The draft that was begun with a version, or none, in which nothing is changed; empty if it is another one by now. */
    public Optional<Draft> findSeen(Handle handle, String username, String begunWith) {
        return Optional.of(get(handle, username))
                .filter(draft -> draft.edits() == 0 || draft.begunWith().equals(begunWith));
    }

    /** Throws the draft away, whichever it is. */
    public void discard(Handle handle, String username) {
        handle.createUpdate("delete from flow_draft where username = :username")
                .bind("username", username)
                .execute();
    }

    private Optional<Draft> findSame(Handle handle, String username, String begunWith) {
        return Optional.of(get(handle, username))
                .filter(draft -> draft.begunWith().equals(begunWith));
    }

    /**
     * Empty if another edit came in between. A draft in which nothing is changed is none: it would stay with the version that it
     * was begun with while others go live.
     */
    private Optional<Draft> put(Handle handle, String username, Draft old, Draft next, Instant now) {
        if (next.changed().isEmpty()) {
            return isDropped(handle, username, old) ? Optional.of(get(handle, username)) : Optional.empty();
        }
        String sql = old.edits() == 0 ? """
                insert into flow_draft (username, begun_with, files, edits, updated_at)
                values (:username, :begunWith, :files, 1, :now) on conflict do nothing""" : """
                update flow_draft set begun_with = :begunWith, files = :files, edits = edits + 1, updated_at = :now
                where username = :username and edits = :edits""";
        boolean isPut = handle.createUpdate(sql)
                        .bind("username", username)
                        .bind("begunWith", next.begunWith())
                        .bind("files", SourceJson.write(next.files()))
                        .bind("edits", old.edits())
                        .bind("now", now)
                        .execute()
                == 1;
        return isPut
                ? Optional.of(
                        new Draft(next.begunWith(), next.before(), next.files(), old.edits() + 1, Optional.of(now)))
                : Optional.empty();
    }

    private static boolean isDropped(Handle handle, String username, Draft old) {
        int dropped = handle.createUpdate("delete from flow_draft where username = :username and edits = :edits")
                .bind("username", username)
                .bind("edits", old.edits())
                .execute();
        return dropped == 1 || old.edits() == 0;
    }
}
