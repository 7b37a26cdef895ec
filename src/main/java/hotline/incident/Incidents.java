package hotline.incident;

import hotline.phone.CallSid;
import hotline.phone.Language;
import hotline.store.Changes;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The incidents; inside the writer's transaction. A topic has at most one at a time. */
public final class Incidents {
    /** Told to open pages when one is switched on, ended, or heard. */
    public static final String CHANGED = "incidents";

    /** More supervisors than will ever switch on the same topic in the same moment. */
    private static final int MOST_TRIES = 20;

    private final Changes changes;

    public Incidents(Changes changes) {
        this.changes = changes;
    }

    /** From now on callers about the topic are told this, and no longer what they were told before. */
    public UUID switchOn(Handle handle, NewIncident incident, Instant now) {
        UUID id = UUID.randomUUID();
        int tries = 0;
        do {
            if (++tries > MOST_TRIES) {
                throw new IllegalStateException("others kept switching on an incident of " + incident.topic());
            }
            endOthers(handle, incident, now);
        } while (!isPut(handle, id, incident, now));
        incident.words()
                .forEach((language, words) -> handle.createUpdate("""
                        insert into incident_text (incident_id, language, words) values (:id, :language, :words)""")
                        .bind("id", id)
                        .bind("language", language.code())
                        .bind("words", words)
                        .execute());
        changes.tell(handle, CHANGED);
        return id;
    }

    private static void endOthers(Handle handle, NewIncident incident, Instant now) {
        handle.createUpdate("""
                        update incident set ends_at = :now, ended_by = :by where topic = :topic and ends_at > :now""")
                .bind("topic", incident.topic())
                .bind("by", incident.by())
                .bind("now", now)
                .execute();
        handle.createUpdate("update incident set active_topic = null where active_topic = :topic")
                .bind("topic", incident.topic())
                .execute();
    }

    /** False if another node has put one about the same topic in between. */
    private static boolean isPut(Handle handle, UUID id, NewIncident incident, Instant now) {
        return handle.createUpdate("""
                        insert into incident (id, topic, active_topic, begins_at, ends_at, created_by)
                        values (:id, :topic, :topic, :now, :until, :by) on conflict do nothing""")
                        .bind("id", id)
                        .bind("topic", incident.topic())
                        .bind("now", now)
                        .bind("until", incident.endsAt())
                        .bind("by", incident.by())
                        .execute()
                == 1;
    }

    /** Ends one before its time; false if it is over already. */
    public boolean end(Handle handle, UUID id, String by, Instant now) {
        int ended = handle.createUpdate("""
                        update incident set ends_at = :now, ended_by = :by, active_topic = null
                        where id = :id and ends_at > :now""")
                .bind("id", id)
                .bind("by", by)
                .bind("now", now)
                .execute();
        return isChange(handle, ended);
    }

    /** What a call about this topic is to hear, if there is something that it has not heard; it then counts as heard. */
    public Optional<String> announce(Handle handle, String topic, Language language, CallSid call, Instant now) {
        Optional<UUID> incident = handle.createQuery("""
                        select id from incident where topic = :topic and begins_at <= :now and ends_at > :now
                        order by begins_at desc limit 1""")
                .bind("topic", topic)
                .bind("now", now)
                .mapTo(UUID.class)
                .findOne();
        return incident.flatMap(id -> findWords(handle, id, language))
                .filter(words -> hears(handle, incident.get(), call, now));
    }

    private static Optional<String> findWords(Handle handle, UUID id, Language language) {
        return handle.createQuery("select words from incident_text where incident_id = :id and language = :language")
                .bind("id", id)
                .bind("language", language.code())
                .mapTo(String.class)
                .findOne();
    }

    private boolean hears(Handle handle, UUID incident, CallSid call, Instant now) {
        int first = handle.createUpdate("""
                        insert into incident_heard (incident_id, call_sid, heard_at)
                        values (:id, :call, :now) on conflict do nothing""")
                .bind("id", incident)
                .bind("call", call.value())
                .bind("now", now)
                .execute();
        return isChange(handle, first);
    }

    private boolean isChange(Handle handle, int rows) {
        if (rows > 0) {
            changes.tell(handle, CHANGED);
        }
        return rows > 0;
    }

    /** Those that are on, and those that were since then; the newest first. */
    public List<Incident> list(Handle handle, Instant since) {
        Map<UUID, Map<Language, String>> words = new HashMap<>();
        handle.createQuery("""
                        select t.incident_id, t.language, t.words from incident_text t
                        join incident i on i.id = t.incident_id where i.ends_at >= :since""")
                .bind("since", since)
                .map((row, context) -> words.computeIfAbsent(
                                row.getObject("incident_id", UUID.class), id -> new HashMap<>())
                        .put(new Language(row.getString("language")), row.getString("words")))
                .list();
        return handle.createQuery("""
                        select i.*,
                            (select count(*) from incident_heard h where h.incident_id = i.id
                                and not exists (select 1 from call r where r.call_sid = h.call_sid and r.rehearsal)) as heard,
                            (select count(*) from incident_heard h join call c on c.call_sid = h.call_sid
                                where h.incident_id = i.id and c.ended_at is not null and not c.rehearsal
                                    and not exists (select 1 from tickets t
                                        where t.call_sid = c.call_sid and t.opened_at >= h.heard_at)
                                    and not exists (select 1 from ticket_history a
                                        where a.call_sid = c.call_sid and a.happened_at >= h.heard_at)
                                    and not exists (select 1 from human_wish w
                                        where w.call_sid = c.call_sid and w.asked_at >= h.heard_at)
                                    and not exists (select 1 from contact q
                                        where q.call_sid = c.call_sid and q.waiting_from >= h.heard_at)
                                    and not exists (select 1 from call_event e
                                        where e.call_sid = c.call_sid and e.kind = 'callback'
                                            and e.detail in ('booked', 'already') and e.happened_at >= h.heard_at)
                                    and not exists (select 1 from voicemail v
                                        where v.call_sid = c.call_sid and v.created_at >= h.heard_at)
                            ) as contained
                        from incident i where i.ends_at >= :since order by i.begins_at desc, i.id""")
                .bind("since", since)
                .map((row, context) -> new Incident(
                        row.getObject("id", UUID.class),
                        row.getString("topic"),
                        words.getOrDefault(row.getObject("id", UUID.class), Map.of()),
                        row.getObject("begins_at", OffsetDateTime.class).toInstant(),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                        row.getString("created_by"),
                        Optional.ofNullable(row.getString("ended_by")),
                        row.getInt("heard"),
                        row.getInt("contained")))
                .list();
    }
}
