package hotline.queue;

import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What pages and the API show of the queue. Only reads: needs no writer. */
public final class ContactViews {
    private static final String OPEN = """
            select c.id, c.kind, c.state, c.skill, c.topic, c.language, c.caller, c.since, c.not_before, c.attempts,
                f.fact as ticket, r.username
            from contact c
            left join contact_fact f on f.contact_id = c.id and f.name = 'ticket.number'
            left join reservation r on r.id = c.reservation_id
            where c.state <> 'done' and c.kind <> 'consult'
            order by c.priority desc, c.since, c.id""";

    private final Tables tables = new Tables();

    /** All contacts that are not over, in the order in which they are offered. */
    public List<ContactView> list(Handle handle) {
        Map<String, Integer> places = new HashMap<>();
        return handle.createQuery(OPEN).map((row, context) -> view(row, places)).list();
    }

    private static ContactView view(ResultSet row, Map<String, Integer> places) throws SQLException {
        String skill = row.getString("skill");
        ContactState state = Words.read(ContactState.class, row.getString("state"));
        Optional<Integer> place =
                state == ContactState.CONNECTED ? Optional.empty() : Optional.of(places.merge(skill, 1, Integer::sum));
        return new ContactView(
                row.getObject("id", UUID.class),
                Words.read(ContactKind.class, row.getString("kind")),
                state,
                place,
                skill,
                row.getString("topic"),
                new Language(row.getString("language")),
                Optional.ofNullable(row.getString("caller")).map(PhoneNumber::new),
                Optional.ofNullable(row.getString("ticket")),
                ContactRow.instant(row, "since"),
                ContactRow.instant(row, "not_before"),
                row.getInt("attempts"),
                Optional.ofNullable(row.getString("username")));
    }

    /** The contact of an agent, if they have one. */
    public Optional<AgentContact> findFor(Handle handle, String username) {
        return handle.createQuery("select active_contact from agent where username = :username")
                .bind("username", username)
                .mapTo(UUID.class)
                .findOne()
                .map(id -> card(handle, tables.contacts.get(handle, id)));
    }

    private AgentContact card(Handle handle, Contact contact) {
        return new AgentContact(
                contact.id(),
                contact.kind(),
                contact.state(),
                contact.skill(),
                contact.topic(),
                contact.language(),
                contact.caller(),
                contact.call(),
                contact.since(),
                contact.attempts(),
                tables.contacts.listFacts(handle, contact.id()),
                tables.notes.list(handle, contact.id()),
                tables.reservations.getWhy(handle, contact.getReservation()));
    }
}
