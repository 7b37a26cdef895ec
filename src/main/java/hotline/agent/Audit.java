package hotline.agent;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Who did what: the trail that is only ever added to. Each row carries the hash of the one before, and the head of the trail
 * says which is the last; so a row that was changed, taken out or cut off at the end does not go unnoticed, unless
 * everything after it was forged too: whoever must be sure of that keeps {@link Verdict#head} elsewhere.
 */
public final class Audit {
    private static final int LONGEST_WHO = 60;
    private static final int LONGEST_ACTION = 40;
    private static final int LONGEST_OBJECT = 120;
    private static final int LONGEST_DETAIL = 500;

    /**
     * What a look at the whole trail found.
     *
     * @param rows how many rows there are
     * @param brokenAt the first row that is not as it was written, or not there
     * @param head the hash of the last row
     */
    public record Verdict(long rows, Optional<Long> brokenAt, String head) {}

    private record Head(long seq, String hash) {}

    /**
     * Adds a row, in the transaction of what it tells of: either both are kept or neither. Other nodes wait meanwhile.
     *
     * @param who the username, or what acted if nobody did: {@code api}, {@code terminal}
     * @param action a word or two with dashes, as {@code agent-changed}
     * @param object what it was done to: kind, colon, name, as {@code contact:…}
     * @param detail never a secret; phone numbers masked
     */
    public void record(Handle handle, String who, String action, String object, String detail, Instant now) {
        Head head = head(handle, " for update");
        Instant recordedAt = now.truncatedTo(ChronoUnit.MICROS); // as much as a database keeps
        List<String> parts = List.of(
                cut(who, LONGEST_WHO),
                cut(action, LONGEST_ACTION),
                cut(object, LONGEST_OBJECT),
                cut(detail, LONGEST_DETAIL),
                head.hash());
        long seq = head.seq() + 1;
        String hash = AuditEntry.hashOf(seq, recordedAt, parts);
        handle.createUpdate("insert into audit (" + AuditEntry.COLUMNS + """
                        ) values (:seq, :recordedAt, :who, :action, :object, :detail, :prevHash, :hash)""")
                .bind("seq", seq)
                .bind("recordedAt", recordedAt)
                .bind("who", parts.get(0))
                .bind("action", parts.get(1))
                .bind("object", parts.get(2))
                .bind("detail", parts.get(3))
                .bind("prevHash", head.hash())
                .bind("hash", hash)
                .execute();
        handle.createUpdate("update audit_head set seq = :seq, hash = :hash where id = 1")
                .bind("seq", seq)
                .bind("hash", hash)
                .execute();
    }

    /** A character that no database keeps must not make the change itself impossible. */
    private static String cut(String text, int longest) {
        String kept = text.replace('\0', ' ');
        return kept.length() <= longest ? kept : kept.substring(0, longest - 1) + "…";
    }

    private static Head head(Handle handle, String lock) {
        return handle.createQuery("select seq, hash from audit_head where id = 1" + lock)
                .map((row, context) -> new Head(row.getLong("seq"), row.getString("hash")))
                .one();
    }

    /** Newest first. */
    public List<AuditEntry> list(Handle handle, AuditFilter filter) {
        Query query = handle.createQuery("select " + AuditEntry.COLUMNS + " from audit where seq < :before"
                + (filter.action().isPresent() ? " and action = :action" : "")
                + (filter.text().isPresent() ? " and lower(who || ' ' || object || ' ' || detail) like :text" : "")
                + " order by seq desc limit :limit");
        query.bind("before", filter.before().orElse(Long.MAX_VALUE)).bind("limit", filter.limit());
        filter.action().ifPresent(action -> query.bind("action", action));
        filter.text().ifPresent(text -> query.bind("text", "%" + escape(text.toLowerCase(Locale.ROOT)) + "%"));
        return query.map((row, context) -> AuditEntry.map(row)).list();
    }

    private static String escape(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1");
    }

    /** Every action that is in the trail, in order of the alphabet. */
    public List<String> listActions(Handle handle) {
        return handle.createQuery("select distinct action from audit order by action")
                .mapTo(String.class)
                .list();
    }

    /** Reads the whole trail and says whether it is as it was written; takes a second for some 100,000 rows. */
    public Verdict verify(Handle handle) {
        Head head = head(handle, "");
        Head last = new Head(0, "0".repeat(64));
        try (Stream<AuditEntry> rows = handle
                .createQuery("select " + AuditEntry.COLUMNS + " from audit where seq <= :last order by seq")
                .bind("last", head.seq())
                .setFetchSize(1_000)
                .map((row, context) -> AuditEntry.map(row))
                .stream()) {
            for (AuditEntry entry : (Iterable<AuditEntry>) rows::iterator) {
                long expected = last.seq() + 1;
                if (entry.seq() != expected || !entry.prevHash().equals(last.hash()) || !entry.isWhole()) {
                    return new Verdict(head.seq(), Optional.of(expected), head.hash());
                }
                last = new Head(entry.seq(), entry.hash());
            }
        }
        return new Verdict(head.seq(), last.equals(head) ? Optional.empty() : Optional.of(last.seq() + 1), head.hash());
    }
}
