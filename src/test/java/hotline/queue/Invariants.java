package hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.store.Database;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What must always hold between contacts, reservations, agents and deadlines, asked of the database. */
final class Invariants {
    /** What must not be found, and how it is found; in place of {found} stands the name. */
    private static final Map<String, String> BROKEN = Map.of(
            "an agent whose state contradicts their contact's", """
                select {found} || a.username from agent a left join contact c on c.id = a.active_contact
                where (a.state = 'reserved' and (c.state is null or c.state <> 'reserved'))
                    or (a.state = 'on-call' and (c.state <> 'connected' or c.username <> a.username))
                    or (a.state = 'wrap-up' and (c.state <> 'done' or c.outcome <> 'answered'
                        or c.wrapped_up_at is not null))
                    or (a.state in ('offline', 'available', 'on-break') and a.active_contact is not null)""",
            "a reserved contact without its one open reservation and its agent", """
                select {found} || cast(c.id as varchar) from contact c where c.state = 'reserved' and (
                    (select count(*) from reservation r where r.contact_id = c.id and r.state in ('held', 'pending')
                        and r.id = c.reservation_id) <> 1
                    or (select count(*) from reservation r join agent a on a.username = r.username
                        where r.id = c.reservation_id and a.active_contact = c.id and a.state = 'reserved') <> 1)""",
            "a connected contact without its agent", """
                select {found} || cast(c.id as varchar) from contact c where c.state = 'connected' and
                    (select count(*) from agent a where a.username = c.username and a.active_contact = c.id
                        and a.state = 'on-call') <> 1""",
            "an open reservation that its contact knows nothing of", """
                select {found} || cast(r.id as varchar) from reservation r join contact c on c.id = r.contact_id
                where r.state in ('held', 'pending') and (c.state <> 'reserved' or c.reservation_id <> r.id)""",
            "a contact taken twice", """
                select {found} || cast(contact_id as varchar) from reservation where state = 'accepted'
                group by contact_id having count(*) > 1""",
            "an agent in wrap-up without an end to it", """
                select {found} || username from agent where state = 'wrap-up' and wrap_up_until is null""",
            "a deadline that failed", "select {found} || item_key from due_work where failures > 0",
            "an open state without a deadline", """
                select {found} || cast(c.id as varchar) from contact c where c.state <> 'done' and not exists (
                    select 1 from due_work d where d.item_key = cast(c.id as varchar)
                        and d.kind in ('contact-expiry', 'conversation-expiry'))
                union all
                select {found} || cast(r.id as varchar) from reservation r where r.state = 'pending' and not exists (
                    select 1 from due_work d where d.item_key = cast(r.id as varchar)
                        and d.kind = 'reservation-expiry')
                union all
                select {found} || cast(t.id as varchar) from callback_attempt t where t.state in ('dialing', 'answered')
                    and not exists (select 1 from due_work d where d.item_key = cast(t.id as varchar)
                        and d.kind = 'attempt-expiry')
                union all
                select {found} || a.username from agent a where a.state = 'wrap-up' and not exists (
                    select 1 from due_work d where d.item_key = cast(a.active_contact as varchar)
                        and d.kind = 'wrap-up-end')""");

    /** All in one, as it is asked very often, and without tables in between, so that H2 keeps it. */
    private static final String ALL = BROKEN.entrySet().stream()
            .map(each -> each.getValue().replace("{found}", "'" + each.getKey().replace("'", "''") + ": '"))
            .collect(Collectors.joining(" union all "));

    private Invariants() {}

    static void hold(Database database) {
        List<String> broken =
                database.read(h -> h.createQuery(ALL).mapTo(String.class).list());
        assertThat(broken).isEmpty();
    }
}
