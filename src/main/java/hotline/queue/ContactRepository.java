package hotline.queue;

import hotline.phone.CallSid;
import hotline.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The table of contacts and of the facts that came with them: adding and reading. */
final class ContactRepository {
    private static final int LONGEST_FACT = 400;
    private static final int SAMPLES = 20;
    private static final String SELECT = "select " + ContactRow.COLUMNS + " from contact ";

    /**
     * Adds a contact that waits; false if the call has an open one, or the number an open callback. All that is not said by the
     * contact itself follows from its kind.
     */
    boolean insert(Handle handle, Contact contact, Map<String, String> about) {
        boolean live = contact.kind() == ContactKind.LIVE;
        String caller = contact.caller().map(PhoneNumber::e164).orElse(null);
        int added = handle.createUpdate("""
                        insert into contact (id, kind, state, skill, topic, language, priority, since, waiting_from,
                            not_before, caller, call_sid, active_call, open_callback, attempts, room_id, parent_id,
                            continues_id, target)
                        values (:id, :kind, 'waiting', :skill, :topic, :language, :priority, :since, :waitingFrom,
                            :notBefore, :caller, :call, :activeCall, :openCallback, 0, :room, :parent, :continues,
                            :target)
                        on conflict do nothing""")
                .bind("id", contact.id())
                .bind("kind", contact.kind().word())
                .bind("skill", contact.skill())
                .bind("topic", contact.topic())
                .bind("language", contact.language().code())
                .bind("priority", contact.priority())
                .bind("since", contact.since())
                .bind("waitingFrom", contact.waitingFrom())
                .bind("notBefore", contact.notBefore())
                .bind("caller", caller)
                .bind("call", contact.call().value())
                .bind("activeCall", live ? contact.call().value() : null)
                .bind("openCallback", contact.kind() == ContactKind.CALLBACK ? caller : null)
                .bind("room", contact.links().room())
                .bind("parent", contact.links().parent().orElse(null))
                .bind("continues", contact.links().continues().orElse(null))
                .bind("target", contact.links().target().map(Destination::word).orElse(null))
                .execute();
        if (added == 1) {
            about.forEach((name, fact) -> insertFact(handle, contact.id(), name, fact));
        }
        return added == 1;
    }

    private static void insertFact(Handle handle, UUID contact, String name, String fact) {
        handle.createUpdate("insert into contact_fact (contact_id, name, fact) values (:contact, :name, :fact)")
                .bind("contact", contact)
                .bind("name", name)
                .bind("fact", fact.length() > LONGEST_FACT ? fact.substring(0, LONGEST_FACT) : fact)
                .execute();
    }

    Map<String, String> listFacts(Handle handle, UUID contact) {
        return handle.createQuery("select name, fact from contact_fact where contact_id = :contact")
                .bind("contact", contact)
                .reduceRows(new TreeMap<String, String>(), (facts, row) -> {
                    facts.put(row.getColumn("name", String.class), row.getColumn("fact", String.class));
                    return facts;
                });
    }

    Optional<Contact> find(Handle handle, UUID id) {
        return one(handle.createQuery(SELECT + "where id = :id").bind("id", id));
    }

    Contact get(Handle handle, UUID id) {
        return find(handle, id).orElseThrow(() -> new IllegalStateException("no contact " + id));
    }

    /** The contact that a call has open. */
    Optional<Contact> findOpen(Handle handle, CallSid call) {
        return one(handle.createQuery(SELECT + "where active_call = :call").bind("call", call.value()));
    }

    /** The contact whose people talk in a room; not a consult about it. */
    Optional<Contact> findTalking(Handle handle, UUID room) {
        return one(handle.createQuery(SELECT + """
                        where state = 'connected' and kind = 'live' and coalesce(room_id, id) = :room""").bind("room", room));
    }

    /** The contacts of callers who talk with an agent. */
    List<UUID> listTalking(Handle handle) {
        return handle.createQuery("select id from contact where state = 'connected' and kind = 'live'")
                .mapTo(UUID.class)
                .list();
    }

    /** The newest contact of a call, open or not; one that carries another on may have begun at the same moment. */
    Optional<Contact> findNewest(Handle handle, CallSid call) {
        return one(handle.createQuery(SELECT + """
                        where call_sid = :call
                        order by case state when 'done' then 1 else 0 end, waiting_from desc, id limit 1""").bind("call", call.value()));
    }

    /** The contact for which the call rang back its customer, who spoke with an agent; the last one if it was handed on. */
    Optional<Contact> findCalledBack(Handle handle, CallSid call) {
        return one(handle.createQuery(SELECT + """
                        where call_sid = :call and attempts > 0 and outcome = 'answered'
                        order by waiting_from desc, id limit 1""").bind("call", call.value()));
    }

    /** Locks a contact for the rest of the transaction: before changes to what follows it in the order of rows. */
    void lock(Handle handle, UUID id) {
        handle.createQuery("select id from contact where id = :id for update")
                .bind("id", id)
                .mapTo(UUID.class)
                .one();
    }

    /** Locks a contact that waits, for the rest of the transaction; false if it does not wait or somebody else has it locked. */
    boolean lockWaiting(Handle handle, UUID id) {
        return handle.createQuery("select id from contact where id = :id and state = 'waiting' for update skip locked")
                .bind("id", id)
                .mapTo(UUID.class)
                .findOne()
                .isPresent();
    }

    /**
     * The newest live contact of a caller about the same topic that ended because the line did, at that time or later, and whose place nobody
     * has been given yet.
     */
    Optional<Contact> findCutOff(Handle handle, NewContact wish, Instant from) {
        return wish.caller()
                .flatMap(caller -> one(handle.createQuery(SELECT + """
                        where caller = :caller and ended_at >= :from and kind = 'live'
                            and outcome in ('abandoned', 'lost') and skill = :skill and topic = :topic
                            and resumed_by is null
                        order by ended_at desc, id limit 1""")
                        .bind("caller", caller.e164())
                        .bind("from", from)
                        .bind("skill", wish.skill())
                        .bind("topic", wish.topic())));
    }

    /** Keeps from which number a callback was booked. */
    void updateBooker(Handle handle, UUID callback, PhoneNumber booker) {
        handle.createUpdate("update contact set booked_by = :booker where id = :id")
                .bind("booker", booker.e164())
                .bind("id", callback)
                .execute();
    }

    /**
     * The callback that a caller has open: to their own number, or to another one that they gave.
     *
     * @param rehearsed only one that was booked in a rehearsal
     */
    Optional<Contact> findCallbackOf(Handle handle, PhoneNumber caller, boolean rehearsed) {
        return one(
                handle.createQuery(SELECT + """
                        where state <> 'done' and kind = 'callback'
                            and (open_callback = :caller or booked_by = :caller)
                            and (not :rehearsed
                                or exists (select 1 from call r where r.call_sid = contact.call_sid and r.rehearsal))
                        order by case when open_callback = :caller then 0 else 1 end, since, id limit 1""").bind("caller", caller.e164()).bind("rehearsed", rehearsed));
    }

    /** The callback that a number has open. */
    Optional<Contact> findOpenCallback(Handle handle, PhoneNumber number) {
        return one(handle.createQuery(SELECT + "where open_callback = :number").bind("number", number.e164()));
    }

    /** The consult about a contact that is not over. */
    Optional<Contact> findConsult(Handle handle, UUID parent) {
        return one(handle.createQuery(SELECT + "where parent_id = :parent and kind = 'consult' and state <> 'done'")
                .bind("parent", parent));
    }

    /** The consult that was begun last about a contact. */
    Optional<Contact> findNewestConsult(Handle handle, UUID parent) {
        return one(handle.createQuery(SELECT + """
                        where parent_id = :parent and kind = 'consult' order by waiting_from desc, id limit 1""").bind("parent", parent));
    }

    /** Whether the contact is over because the agent's line was lost, after a moment. */
    boolean isCutOffSince(Handle handle, UUID id, Instant since) {
        return handle.createQuery("select count(*) from contact where id = :id and cut_off and ended_at >= :since")
                        .bind("id", id)
                        .bind("since", since)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** Contacts that could be offered now: who waits, callbacks whose time has come and who is not on another line to us. */
    List<Contact> listOfferable(Handle handle, Instant now) {
        return handle.createQuery(SELECT + """
                        where state = 'waiting' and not_before <= :now and (kind <> 'callback' or not exists (
                            select 1 from contact other
                            where other.caller = contact.caller and other.active_call is not null))""")
                .bind("now", now)
                .map((row, context) -> ContactRow.map(row))
                .list();
    }

    /** Contacts that wait, but have never been looked at when nobody could be chosen for them. */
    List<Contact> listNotLookedAt(Handle handle) {
        return handle.createQuery(SELECT + """
                        where state = 'waiting' and kind = 'live'
                            and not exists (select 1 from routing_decision where routing_decision.id = contact.id)""")
                .map((row, context) -> ContactRow.map(row))
                .list();
    }

    /**
     * Contacts of a skill without an agent that have a place in line.
     *
     * @param by when it matters; callbacks whose time is far from it are left out, as {@link Contact#isInLine} says
     */
    List<Contact> listInLine(Handle handle, String skill, Instant by) {
        return handle.createQuery(SELECT + """
                        where skill = :skill and kind <> 'consult'
                            and (state = 'reserved' or state = 'waiting' and not_before <= :by)""")
                .bind("skill", skill)
                .bind("by", by.plus(Contact.SOON))
                .map((row, context) -> ContactRow.map(row))
                .list();
    }

    /** How long agents were busy with the newest contacts of a skill: from taking the call to the end of the wrap-up. Rehearsals tell nothing about it. */
    List<Duration> listHandleTimes(Handle handle, String skill) {
        return handle.createQuery("""
                        select connected_at, wrapped_up_at from contact
                        where skill = :skill and kind <> 'consult' and ended_at is not null and wrapped_up_at is not null
                            and not exists (select 1 from call r where r.call_sid = contact.call_sid and r.rehearsal)
                        order by ended_at desc limit :samples""")
                .bind("skill", skill)
                .bind("samples", SAMPLES)
                .map((row, context) -> Duration.between(
                        ContactRow.instant(row, "connected_at"), ContactRow.instant(row, "wrapped_up_at")))
                .list();
    }

    private static Optional<Contact> one(Query query) {
        return query.map((row, context) -> ContactRow.map(row)).findOne();
    }
}
