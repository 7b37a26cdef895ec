package hotline.queue;

import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The table of ratings, one row for each contact that somebody was asked to rate. */
final class RatingTable {
    static final String PHONE = "phone";
    static final String SMS = "sms";

    /** How to rate by a link. */
    record Link(String tokenHash, Instant expiresAt) {}

    /** Adds one; false if the contact has one. */
    boolean insert(Handle handle, UUID id, Contact contact, Optional<String> ticket, Optional<Link> link, Instant now) {
        return done(handle.createUpdate("""
                        insert into rating (id, contact_id, ticket, caller, username, language, channel, asked_at,
                            token_hash, expires_at)
                        values (:id, :contact, :ticket, :caller, :username, :language, :channel, :now, :hash, :expires)
                        on conflict do nothing""")
                .bind("id", id)
                .bind("contact", contact.id())
                .bind("ticket", ticket.orElse(null))
                .bind("caller", contact.caller().map(PhoneNumber::e164).orElse(null))
                .bind("username", contact.agent().orElseThrow())
                .bind("language", contact.language().code())
                .bind("channel", link.isPresent() ? SMS : PHONE)
                .bind("now", now)
                .bind("hash", link.map(Link::tokenHash).orElse(null))
                .bind("expires", link.map(Link::expiresAt).orElse(null)));
    }

    void delete(Handle handle, UUID id) {
        handle.createUpdate("delete from rating where id = :id").bind("id", id).execute();
    }

    /** Forgets a question in a call that was asked after a moment, and not answered. */
    void deleteUnheard(Handle handle, UUID contact, Instant since) {
        handle.createUpdate("""
                        delete from rating
                        where contact_id = :contact and channel = 'phone' and score is null and asked_at > :since""").bind("contact", contact).bind("since", since).execute();
    }

    /** Whether somebody was asked about this ticket, or without one this caller, since a moment. */
    boolean wasAsked(Handle handle, Optional<String> ticket, Optional<PhoneNumber> caller, Instant since) {
        return handle.createQuery("""
                        select count(*) from rating where asked_at > :since
                            and (ticket = :ticket or (ticket is null and :ticket is null and caller = :caller))""")
                        .bind("since", since)
                        .bind("ticket", ticket.orElse(null))
                        .bind("caller", caller.map(PhoneNumber::e164).orElse(null))
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** Who may rate by this link, or has. */
    Optional<Rating> findByToken(Handle handle, String hash, Instant now) {
        return handle.createQuery("""
                        select r.id, a.name, r.ticket, r.language, r.score, r.note
                        from rating r join agent a on a.username = r.username
                        where r.token_hash = :hash and r.expires_at > :now""")
                .bind("hash", hash)
                .bind("now", now)
                .map((row, context) -> new Rating(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        Optional.ofNullable(row.getString("ticket")),
                        new Language(row.getString("language")),
                        Optional.ofNullable(row.getObject("score", Integer.class)),
                        row.getString("note") != null))
                .findOne();
    }

    /** Keeps the score of who was asked in the call; false if they were not, or it is there. */
    boolean rateByKey(Handle handle, UUID contact, int score, Instant now) {
        return done(
                handle.createUpdate("""
                        update rating set score = :score, rated_at = :now
                        where contact_id = :contact and channel = 'phone' and score is null""").bind("score", score).bind("now", now).bind("contact", contact));
    }

    boolean rate(Handle handle, UUID id, int score, Instant now) {
        return done(handle.createUpdate(
                        "update rating set score = :score, rated_at = :now where id = :id and score is null")
                .bind("score", score)
                .bind("now", now)
                .bind("id", id));
    }

    boolean updateNote(Handle handle, UUID id, @Nullable String note) {
        return done(handle.createUpdate(
                        "update rating set note = :note where id = :id and score is not null and note is null")
                .bind("note", note)
                .bind("id", id));
    }

    private static boolean done(Update update) {
        return update.execute() == 1;
    }
}
