package hotline.queue;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What pages and the API show of the queue. Only reads: needs no writer. */
public final class ContactViews {
    private static final String OPEN = "select " + ContactRow.columnsOf("c") + """
            , f.fact as ticket, r.username as offered_to,
                exists (select 1 from call k where k.call_sid = c.call_sid and k.rehearsal) as rehearsal
            from contact c
            left join contact_fact f on f.contact_id = c.id and f.name = 'ticket.number'
            left join reservation r on r.id = c.reservation_id
            where c.state <> 'done' and c.kind <> 'consult'""";

    private final Tables tables = new Tables();
    private final QueueRules rules;

    ContactViews(QueueRules rules) {
        this.rules = rules;
    }

    private record Open(Contact contact, Optional<String> ticket, Optional<String> agent, boolean isRehearsal) {}

    /** All contacts that are not over, in the order in which they are offered. */
    public List<ContactView> list(Handle handle, Instant now) {
        Map<String, Integer> places = new HashMap<>();
        return handle
                .createQuery(OPEN)
                .map((row, context) -> new Open(
                        ContactRow.map(row),
                        Optional.ofNullable(row.getString("ticket")),
                        Optional.ofNullable(row.getString("offered_to")),
                        row.getBoolean("rehearsal")))
                .stream()
                .sorted(Comparator.comparing(Open::contact, rules.order(now)))
                .map(open -> view(open, places, now))
                .toList();
    }

    private static ContactView view(Open open, Map<String, Integer> places, Instant now) {
        Contact contact = open.contact();
        Optional<Integer> place =
                contact.isInLine(now) ? Optional.of(places.merge(contact.skill(), 1, Integer::sum)) : Optional.empty();
        return new ContactView(
                contact.id(),
                contact.kind(),
                contact.state(),
                place,
                contact.skill(),
                contact.topic(),
                contact.language(),
                contact.priority(),
                contact.caller(),
                open.ticket(),
                contact.since(),
                contact.notBefore(),
                contact.attempts(),
                open.agent(),
                open.isRehearsal());
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
                isRehearsal(handle, contact));
    }

    private static boolean isRehearsal(Handle handle, Contact contact) {
        return handle.createQuery("select count(*) from call where call_sid = :call and rehearsal")
                        .bind("call", contact.call().value())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }
}
