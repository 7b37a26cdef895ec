package hotline.queue;

import hotline.phone.CallSid;
import hotline.phone.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What happened to contacts, for the agent's card. Only reads: needs no writer. */
public final class ContactHistory {
    private final NoteRepository notes = new NoteRepository();

    /** When things happened to a contact. */
    public ContactTimes getTimes(Handle handle, UUID contact) {
        return handle.createQuery("""
                        select c.waiting_from, r.reserved_at, c.connected_at, c.ended_at
                        from contact c left join reservation r on r.id = c.reservation_id
                        where c.id = :id""")
                .bind("id", contact)
                .map((row, context) -> new ContactTimes(
                        ContactRow.instant(row, "waiting_from"),
                        find(row, "reserved_at"),
                        find(row, "connected_at"),
                        find(row, "ended_at")))
                .one();
    }

    /** The contacts of a number that are over, newest first. */
    public List<PastContact> listPast(Handle handle, PhoneNumber phone, int limit) {
        return handle.createQuery("""
                        select c.id, c.since, c.topic, c.outcome, c.disposition, a.name
                        from contact c left join agent a on a.username = c.username
                        where c.caller = :phone and c.state = 'done' and c.kind <> 'consult'
                        order by c.since desc, c.id limit :limit""")
                .bind("phone", phone.e164())
                .bind("limit", limit)
                .map((row, context) -> past(handle, row))
                .list();
    }

    /** The contact that an agent finished last, if its wrap-up ran out before they recorded a result. */
    public Optional<PastContact> findUnrecorded(Handle handle, String username) {
        return handle.createQuery("""
                        select c.id, c.since, c.topic, c.outcome, c.disposition, a.name
                        from contact c left join agent a on a.username = c.username
                        where c.username = :username and c.wrapped_up_at is not null
                        order by c.ended_at desc, c.id limit 1""")
                .bind("username", username)
                .map((row, context) -> past(handle, row))
                .findOne()
                .filter(contact -> contact.disposition().equals(Optional.of(Desk.NONE_RECORDED)));
    }

    /** The contacts about a ticket, by its number, oldest first. */
    public List<TicketContact> listAbout(Handle handle, String ticket) {
        return handle.createQuery("""
                        select c.id, c.kind, c.state, c.outcome, c.disposition, c.attempts, c.topic, c.call_sid, c.since,
                            c.waiting_from, c.connected_at, c.ended_at, a.name
                        from contact_fact f join contact c on c.id = f.contact_id
                        left join agent a on a.username = c.username
                        where f.name = 'ticket.number' and f.fact = :ticket
                        order by c.waiting_from, c.id""")
                .bind("ticket", ticket)
                .map((row, context) -> about(handle, row))
                .list();
    }

    private TicketContact about(Handle handle, ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new TicketContact(
                id,
                row.getString("kind").equals(ContactKind.CALLBACK.word()) || row.getInt("attempts") > 0,
                row.getString("topic"),
                new CallSid(row.getString("call_sid")),
                ContactRow.instant(row, "waiting_from"),
                find(row, "connected_at"),
                find(row, "ended_at"),
                Optional.ofNullable(row.getString("outcome")).map(word -> Words.read(ContactOutcome.class, word)),
                Optional.ofNullable(row.getString("disposition")),
                Optional.ofNullable(row.getString("name")),
                notes.list(handle, id));
    }

    private PastContact past(Handle handle, ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new PastContact(
                id,
                ContactRow.instant(row, "since"),
                row.getString("topic"),
                Words.read(ContactOutcome.class, row.getString("outcome")),
                Optional.ofNullable(row.getString("disposition")),
                Optional.ofNullable(row.getString("name")),
                notes.list(handle, id));
    }

    private static Optional<Instant> find(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
