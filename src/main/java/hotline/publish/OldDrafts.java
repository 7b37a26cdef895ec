package hotline.publish;

import hotline.store.DueWork;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Forgets drafts that nobody goes on with, and the versions that were kept only to ring a draft. */
public final class OldDrafts {
    /**
     * How long a draft is kept after it was last edited or rung. Who comes back from a long leave still finds it; what is older was begun with
     * flows that have long changed, and is sooner written anew than brought together with them.
     */
    public static final Duration KEPT = Duration.ofDays(90);

    /** So few at a time that no turn of a caller waits for them: each holds all files of a hotline. */
    static final int BATCH = 20;

    private static final String KIND = "drafts-forget";
    private static final String KEY = "old";

    private static final Duration EVERY = Duration.ofHours(6);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private OldDrafts() {}

    /** Has them forgotten through these deadlines, on whichever node comes first. */
    public static void forgetThrough(DueWork dueWork) {
        dueWork.on(KIND, (handle, key, now) -> {
            Instant before = now.minus(KEPT);
            boolean isMore = forgetDrafts(handle, before) == BATCH || forgetVersions(handle, before) == BATCH;
            dueWork.schedule(handle, KIND, key, now.plus(isMore ? PAUSE : EVERY));
        });
    }

    /** Begins with it, or goes on; at the start of a node. */
    public static void begin(Handle handle, DueWork dueWork, Instant now) {
        dueWork.schedule(handle, KIND, KEY, now);
    }

    private static int forgetDrafts(Handle handle, Instant touchedBefore) {
        return handle.createUpdate("""
                        delete from flow_draft where updated_at < :before and username in (
                            select username from flow_draft where updated_at < :before order by updated_at limit :batch)""")
                .bind("before", touchedBefore)
                .bind("batch", BATCH)
                .execute();
    }

    /**
     * What was live or is in a folder stays, and so do those of calls that still go on, and of voice messages: their callers agreed to be recorded
     * in the words of that version.
     */
    private static int forgetVersions(Handle handle, Instant rungBefore) {
        return handle.createUpdate("""
                        delete from flow_version where rung_at < :before and version in (
                            select v.version from flow_version v where v.rung_at < :before
                                and not exists (
                                    select 1 from flow_publication p where p.version = v.version or p.found = v.version)
                                and not exists (select 1 from flow_folder f where f.version = v.version)
                                and not exists (select 1 from flow_draft d where d.begun_with = v.version)
                                and not exists (
                                    select 1 from call c where c.flow_version = v.version and c.ended_at is null)
                                and not exists (select 1 from voicemail m where m.flow_version = v.version)
                            order by v.rung_at limit :batch)""")
                .bind("before", rungBefore)
                .bind("batch", BATCH)
                .execute();
    }
}
