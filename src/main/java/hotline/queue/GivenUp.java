package hotline.queue;

import hotline.flow.Question;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Callers who hung up while they waited, or whose call was lost then, and who were not served since: by a callback, or because
 * they rang again. One line for each number, the newest. Who only rehearsed is not one of them.
 */
public final class GivenUp {
    private static final String SELECT = """
            select c.id, c.skill, c.topic, c.language, c.caller, c.call_sid, c.waiting_from, c.ended_at, c.outcome,
                exists (select 1 from contact o where o.caller = c.caller and o.state <> 'done') as is_open
            from contact c
            where c.outcome in ('abandoned', 'lost') and c.kind = 'live' and c.ended_at >= :since
                and not exists (
                    select 1 from contact n where n.caller = c.caller and n.id <> c.id and n.kind = 'live'
                        and n.outcome in ('abandoned', 'lost') and n.ended_at > c.ended_at
                        and not exists (select 1 from call r where r.call_sid = n.call_sid and r.rehearsal))
                and not exists (
                    select 1 from contact s where s.caller = c.caller and s.connected_at > c.ended_at
                        and not exists (select 1 from call r where r.call_sid = s.call_sid and r.rehearsal))
                and not exists (select 1 from call r where r.call_sid = c.call_sid and r.rehearsal)
            """;

    private final Tables tables;
    private final Callbacks callbacks;

    GivenUp(Tables tables, Callbacks callbacks) {
        this.tables = tables;
        this.callbacks = callbacks;
    }

    /**
     * A caller who gave up.
     *
     * @param phone empty when it was withheld: then they cannot be rung back
     * @param waitingFrom when they began to wait
     * @param isOpen whether they are to be rung back already, or are on the line again
     */
    public record Caller(
            UUID contact,
            String skill,
            String topic,
            Language language,
            Optional<PhoneNumber> phone,
            Instant waitingFrom,
            Instant gaveUpAt,
            ContactOutcome outcome,
            boolean isOpen) {}

    /** What came of booking a callback to somebody who gave up. */
    public enum Booking {
        BOOKED,
        /** They are to be rung back already, or are on the line again. */
        ALREADY,
        /** The number was withheld, or is one that is never rung. */
        REFUSED,
        /** They are not on the list anymore. */
        GONE
    }

    /** Who gave up at this time or later, newest first. */
    public List<Caller> list(Handle handle, Instant since, int limit) {
        return handle.createQuery(SELECT + "order by c.ended_at desc, c.id limit :limit")
                .bind("since", since)
                .bind("limit", limit)
                .map((row, context) -> caller(row))
                .list();
    }

    /** Has a caller who gave up rung back, at the place they had. A second time changes nothing. */
    public Booking book(Handle handle, UUID id, Instant now) {
        Optional<Caller> caller = handle.createQuery(SELECT + "and c.id = :id")
                .bind("since", Instant.EPOCH)
                .bind("id", id)
                .map((row, context) -> caller(row))
                .findOne();
        if (caller.isEmpty()) {
            return Booking.GONE;
        }
        if (caller.get().isOpen()) {
            return Booking.ALREADY;
        }
        Contact contact = tables.contacts.get(handle, id);
        Map<String, String> about = tables.contacts.listFacts(handle, id);
        Question.BookCallback wish = new Question.BookCallback(
                contact.skill(), contact.topic(), contact.caller().map(PhoneNumber::e164), about);
        return switch (callbacks
                .book(handle, contact.call(), wish, contact.caller(), contact.language(), now)
                .exit()) {
            case "booked" -> Booking.BOOKED;
            case "already" -> Booking.ALREADY;
            default -> Booking.REFUSED;
        };
    }

    private static Caller caller(ResultSet row) throws SQLException {
        return new Caller(
                row.getObject("id", UUID.class),
                row.getString("skill"),
                row.getString("topic"),
                new Language(row.getString("language")),
                Optional.ofNullable(row.getString("caller")).map(PhoneNumber::new),
                ContactRow.instant(row, "waiting_from"),
                row.getObject("ended_at", OffsetDateTime.class).toInstant(),
                Words.read(ContactOutcome.class, row.getString("outcome")),
                row.getBoolean("is_open"));
    }
}
