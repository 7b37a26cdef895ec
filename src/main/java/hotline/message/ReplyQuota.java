package hotline.message;

import hotline.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * How often a number is answered: once in ten minutes. Who opts out or in is told so whatever else they were answered, but
 * only a few times an hour. So two machines never talk to each other for long.
 */
final class ReplyQuota {
    private static final Duration QUIET = Duration.ofMinutes(10);
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int MOST_CONFIRMATIONS = 4;

    /** Takes the one reply that a number gets in ten minutes, unless it is taken. */
    boolean takeReply(Handle handle, PhoneNumber number, Instant now) {
        return keepReply(handle, number, now, now.minus(QUIET));
    }

    /**
     * Takes one of the confirmations that a number gets in an hour; when none is left, its reply. After a confirmation there
     * is no reply for ten minutes either: who has just opted out wants to hear no more.
     */
    boolean takeConfirmation(Handle handle, PhoneNumber number, Instant now) {
        if (isLeft(handle, number, now)) {
            keepReply(handle, number, now, now);
            return true;
        }
        return takeReply(handle, number, now);
    }

    private static boolean isLeft(Handle handle, PhoneNumber number, Instant now) {
        int first = handle.createUpdate("""
                        insert into confirmation (phone, since, sent) values (:phone, :now, 1) on conflict do nothing""")
                .bind("phone", number.e164())
                .bind("now", now)
                .execute();
        return first == 1
                || handle.createUpdate("""
                                        update confirmation
                                        set sent = case when since <= :before then 1 else sent + 1 end,
                                            since = case when since <= :before then :now else since end
                                        where phone = :phone and (since <= :before or sent < :most)""")
                                .bind("phone", number.e164())
                                .bind("now", now)
                                .bind("before", now.minus(WINDOW))
                                .bind("most", MOST_CONFIRMATIONS)
                                .execute()
                        == 1;
    }

    /** Keeps that the number is answered now, unless it was after that moment. */
    private static boolean keepReply(Handle handle, PhoneNumber number, Instant now, Instant before) {
        int first = handle.createUpdate(
                        "insert into last_reply (phone, replied_at) values (:phone, :now) on conflict do nothing")
                .bind("phone", number.e164())
                .bind("now", now)
                .execute();
        return first == 1
                || handle.createUpdate(
                                        "update last_reply set replied_at = :now where phone = :phone and replied_at <= :before")
                                .bind("phone", number.e164())
                                .bind("now", now)
                                .bind("before", before)
                                .execute()
                        == 1;
    }
}
