package hotline.order;

import hotline.phone.CallSid;
import hotline.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The table of look-ups that missed; it forgets after a day. */
final class MissedLookUps {
    private static final Duration KEPT = Duration.ofDays(1);

    enum Kind {
        FIND,
        VERIFY,
        TICKET
    }

    /** @param subject what was looked up, in a form that may be kept; empty where that is not counted by */
    record Miss(Kind kind, CallSid call, Optional<PhoneNumber> caller, String subject) {}

    void insert(Handle handle, Miss miss, Instant now) {
        handle.createUpdate("delete from missed_look_ups where missed_at < :before")
                .bind("before", now.minus(KEPT))
                .execute();
        handle.createUpdate("""
                        insert into missed_look_ups (kind, call_sid, caller, subject, missed_at)
                        values (:kind, :call, :caller, :subject, :now)""")
                .bind("kind", miss.kind().name())
                .bind("call", miss.call().value())
                .bind("caller", miss.caller().map(PhoneNumber::e164))
                .bind("subject", miss.subject())
                .bind("now", now)
                .execute();
    }

    int countInCall(Handle handle, Miss miss) {
        return count(handle.createQuery("""
                        select count(*) from missed_look_ups where call_sid = :call and kind = :kind""")
                .bind("call", miss.call().value())
                .bind("kind", miss.kind().name()));
    }

    /** Counts the misses of the same caller's number; if it is withheld, those of all whose number is. */
    int countByCaller(Handle handle, Miss miss, Instant since) {
        String by = miss.caller().isPresent() ? "caller = :caller" : "caller is null";
        Query query = handle.createQuery(
                        "select count(*) from missed_look_ups where kind = :kind and missed_at > :since and " + by)
                .bind("kind", miss.kind().name())
                .bind("since", since);
        miss.caller().ifPresent(caller -> query.bind("caller", caller.e164()));
        return count(query);
    }

    int countForSubject(Handle handle, Miss miss, Instant since) {
        return count(handle.createQuery("""
                        select count(*) from missed_look_ups
                        where subject = :subject and kind = :kind and missed_at > :since""")
                .bind("subject", miss.subject())
                .bind("kind", miss.kind().name())
                .bind("since", since));
    }

    int countOfKind(Handle handle, Kind kind, Instant since) {
        return count(handle.createQuery("""
                        select count(*) from missed_look_ups where kind = :kind and missed_at > :since""").bind("kind", kind.name()).bind("since", since));
    }

    private static int count(Query query) {
        return query.mapTo(Integer.class).one();
    }
}
