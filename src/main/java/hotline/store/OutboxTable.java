package hotline.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The SQL of the outbox. Every change is conditional on what was read; true means that it was this caller who made it. */
final class OutboxTable {
    private static final RowMapper<OutboxRow> ROW = ConstructorMapper.of(OutboxRow.class);
    private static final int PROBLEM_LENGTH = 500;

    private OutboxTable() {}

    static boolean insert(Handle handle, String key, String kind, String json, Instant notBefore) {
        return handle.createUpdate("""
                        insert into outbox (item_key, kind, request, state, not_before, due_at, attempts, lookups)
                        values (:key, :kind, :request, 'waiting', :notBefore, :notBefore, 0, 0)
                        on conflict do nothing""")
                        .bind("key", key)
                        .bind("kind", kind)
                        .bind("request", json)
                        .bind("notBefore", notBefore)
                        .execute()
                == 1;
    }

    /** Those to be taken up now; texts last, because nobody waits for them at a telephone. */
    static List<OutboxRow> due(Handle handle, Instant now, int limit) {
        return handle.createQuery("""
                        select item_key, kind, request, state, not_before, attempts, lookups, problem from outbox
                        where state in ('waiting', 'sending', 'unknown') and due_at <= :now
                        order by case when kind = 'Text' then 1 else 0 end, not_before, item_key limit :limit""")
                .bind("now", now)
                .bind("limit", limit)
                .map(ROW)
                .list();
    }

    static Optional<Instant> nextDue(Handle handle) {
        return handle.createQuery("""
                        select due_at from outbox where state in ('waiting', 'sending', 'unknown')
                        order by due_at limit 1""").mapTo(Instant.class).findOne();
    }

    static Optional<OutboxRow> findOpen(Handle handle, String key) {
        return handle.createQuery("""
                        select item_key, kind, request, state, not_before, attempts, lookups, problem from outbox
                        where item_key = :key and state in ('waiting', 'sending', 'unknown')""").bind("key", key).map(ROW).findOne();
    }

    /** From waiting to sending; whoever has not replied by {@code leaseEnd} counts as gone. */
    static boolean claimToSend(Handle handle, OutboxRow row, Instant leaseEnd) {
        return update(handle, row, """
                        update outbox set state = 'sending', attempts = attempts + 1, lookups = 0, due_at = :leaseEnd
                        where item_key = :itemKey and state = 'waiting' and attempts = :attempts""").bind("leaseEnd", leaseEnd).execute() == 1;
    }

    static boolean claimToLookUp(Handle handle, OutboxRow row, Instant leaseEnd) {
        return update(handle, row, """
                        update outbox set lookups = lookups + 1, due_at = :leaseEnd
                        where item_key = :itemKey and state = 'unknown' and attempts = :attempts and lookups = :lookups""").bind("leaseEnd", leaseEnd).execute() == 1;
    }

    /** Back to waiting, or to unknown, to be taken up at {@code dueAt}. */
    static boolean putBack(
            Handle handle, OutboxRow row, OutboxRow.State state, Instant dueAt, @Nullable String problem) {
        return update(handle, row, """
                        update outbox set state = :to, due_at = :dueAt, problem = :why
                        where item_key = :itemKey and state in ('sending', 'unknown')
                        and attempts = :attempts and lookups = :lookups""")
                        .bind("to", state == OutboxRow.State.WAITING ? "waiting" : "unknown")
                        .bind("dueAt", dueAt)
                        .bind("why", cut(problem))
                        .execute()
                == 1;
    }

    /** Back to waiting as if it had not been claimed. */
    static void unclaim(Handle handle, OutboxRow sent, Instant dueAt) {
        update(handle, sent, """
                        update outbox set state = 'waiting', attempts = attempts - 1, due_at = :dueAt
                        where item_key = :itemKey and state = 'sending' and attempts = :attempts""").bind("dueAt", dueAt).execute();
    }

    /** Later, and otherwise as it is. */
    static void postpone(Handle handle, OutboxRow row, Instant dueAt) {
        update(handle, row, """
                        update outbox set due_at = :dueAt
                        where item_key = :itemKey and state = 'waiting' and attempts = :attempts""").bind("dueAt", dueAt).execute();
    }

    static boolean settle(
            Handle handle, OutboxRow row, String state, @Nullable String sid, @Nullable String problem, Instant now) {
        return update(handle, row, """
                        update outbox set state = :to, carrier_sid = :sid, problem = :why, settled_at = :now
                        where item_key = :itemKey and state in ('waiting', 'sending', 'unknown')
                        and attempts = :attempts""")
                        .bind("to", state)
                        .bind("sid", sid)
                        .bind("why", cut(problem))
                        .bind("now", now)
                        .execute()
                == 1;
    }

    /** Settles without a trace. */
    static boolean forget(Handle handle, OutboxRow row) {
        return update(handle, row, """
                        delete from outbox
                        where item_key = :itemKey and state in ('waiting', 'sending', 'unknown')
                        and attempts = :attempts""").execute() == 1;
    }

    /** Takes the account's turn for a request of this kind; false if it is not free yet. */
    static boolean takeTurn(Handle handle, String kind, Instant now, Duration interval) {
        return handle.createUpdate("""
                        update outbox_pace set free_at = :next where kind = :kind and free_at <= :now""")
                        .bind("kind", kind)
                        .bind("now", now)
                        .bind("next", now.plus(interval))
                        .execute()
                == 1;
    }

    static Instant nextTurn(Handle handle, String kind) {
        return handle.createQuery("select free_at from outbox_pace where kind = :kind")
                .bind("kind", kind)
                .mapTo(Instant.class)
                .one();
    }

    static Map<String, Long> countNotDone(Handle handle) {
        Map<String, Long> counts = new TreeMap<>();
        handle.createQuery("select state, count(*) as rows_there from outbox where state <> 'done' group by state")
                .map((row, context) -> Map.entry(row.getString("state"), row.getLong("rows_there")))
                .forEach(each -> counts.put(each.getKey(), each.getValue()));
        return counts;
    }

    private static Update update(Handle handle, OutboxRow row, String sql) {
        return handle.createUpdate(sql)
                .bind("itemKey", row.itemKey())
                .bind("attempts", row.attempts())
                .bind("lookups", row.lookups());
    }

    private static @Nullable String cut(@Nullable String problem) {
        return problem == null || problem.length() <= PROBLEM_LENGTH ? problem : problem.substring(0, PROBLEM_LENGTH);
    }
}
