package hotline.publish;

import hotline.flow.VoiceFlows;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The versions that are kept, which of them went live and when, and what each folder held. */
final class Publications {
    private static final RowMapper<Publication> PUBLICATION = (row, context) -> new Publication(
            row.getLong("id"),
            row.getString("version"),
            row.getObject("published_at", OffsetDateTime.class).toInstant(),
            Optional.ofNullable(row.getString("published_by")),
            row.getString("reason"));

    /** Keeps a version for as long as calls may need it; does nothing if it is kept already. */
    void keep(Handle handle, VoiceFlows flows, Instant now) {
        handle.createUpdate("""
                        insert into flow_version (version, files, first_used_at)
                        values (:version, :files, :now) on conflict do nothing""")
                .bind("version", flows.version())
                .bind("files", SourceJson.write(flows.sources()))
                .bind("now", now)
                .execute();
    }

    /** Notes that a version is rung, or will be soon; false if it was never kept, or is not any more. */
    boolean ring(Handle handle, String version, Instant now) {
        return handle.createUpdate("update flow_version set rung_at = :now where version = :version")
                        .bind("version", version)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    /** The files of a version that was kept, by their path in the folder. */
    Optional<Map<String, String>> findFiles(Handle handle, String version) {
        return handle.createQuery("select files from flow_version where version = :version")
                .bind("version", version)
                .mapTo(String.class)
                .findOne()
                .map(SourceJson::read);
    }

    /** Whether a version is kept. */
    boolean isKept(Handle handle, String version) {
        return handle.createQuery("select count(*) from flow_version where version = :version")
                        .bind("version", version)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /**
     * Makes a version that is kept the one that new calls run on.
     *
     * @param live what was live until now; empty if nothing ever was
     * @return false if something else has meanwhile gone live in its place
     */
    boolean insert(Handle handle, Optional<Publication> live, String version, Cause cause, Instant now) {
        return handle.createUpdate("""
                                insert into flow_publication (follows, version, published_at, published_by, found, reason)
                                values (:follows, :version, :now, :by, :found, :reason) on conflict do nothing""")
                        .bind("follows", live.map(Publication::id).orElse(0L))
                        .bind("version", version)
                        .bind("now", now)
                        .bind("by", cause.by().orElse(null))
                        .bind("found", cause.found().orElse(null))
                        .bind("reason", cause.reason())
                        .execute()
                == 1;
    }

    /** What is live. */
    Optional<Publication> findLatest(Handle handle) {
        return listNewest(handle, 1).stream().findFirst();
    }

    /** What went live, the newest first. */
    List<Publication> listNewest(Handle handle, int most) {
        return handle.createQuery("""
                        select id, version, published_at, published_by, reason from flow_publication
                        order by id desc limit :most""").bind("most", most).map(PUBLICATION).list();
    }

    Optional<Publication> find(Handle handle, long id) {
        return handle.createQuery(
                        "select id, version, published_at, published_by, reason from flow_publication where id = :id")
                .bind("id", id)
                .map(PUBLICATION)
                .findOne();
    }

    /** What was live before this one. */
    Optional<Publication> findBefore(Handle handle, long id) {
        return handle.createQuery("""
                        select id, version, published_at, published_by, reason from flow_publication
                        where id = (select follows from flow_publication where id = :id)""").bind("id", id).map(PUBLICATION).findOne();
    }

    /** Whether something went live from a folder that held this version, or this version itself did. */
    boolean wasEverTakenOver(Handle handle, String version) {
        return isAny(handle, "version = :version or found = :version", version);
    }

    boolean wasEverLive(Handle handle, String version) {
        return isAny(handle, "version = :version", version);
    }

    private static boolean isAny(Handle handle, String which, String version) {
        return handle.createQuery("select count(*) from flow_publication where " + which)
                        .bind("version", version)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** The version that a folder held when it was last looked at. */
    Optional<String> findFolder(Handle handle, String folder) {
        return handle.createQuery("select version from flow_folder where folder = :folder")
                .bind("folder", folder)
                .mapTo(String.class)
                .findOne();
    }

    /** What the folder held from which something went live last, whichever folder that was. */
    Optional<String> findNewestFound(Handle handle) {
        return handle.createQuery("""
                        select found from flow_publication where found is not null
                        order by id desc limit 1""").mapTo(String.class).findOne();
    }

    void putFolder(Handle handle, String folder, String version, Instant now) {
        for (String sql :
                List.of("update flow_folder set version = :version, seen_at = :now where folder = :folder", """
                insert into flow_folder (folder, version, seen_at) values (:folder, :version, :now)
                on conflict do nothing""")) {
            handle.createUpdate(sql)
                    .bind("folder", folder)
                    .bind("version", version)
                    .bind("now", now)
                    .execute();
        }
    }
}
