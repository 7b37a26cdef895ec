package hotline.ticket;

import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import hotline.store.Changes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Messages that callers left. Each is kept once, however often the carrier tells of its recording, until somebody has heard it and after. */
public final class Voicemails {
    /** What is told of when a message comes, or was heard. */
    public static final String TOPIC = "voicemail";

    private static final String SELECT = """
            select id, ticket, contact_id, caller, language, topic, recording_url, seconds, created_at, heard_at, heard_by
            from voicemail\s""";

    private final Changes changes;

    public Voicemails(Changes changes) {
        this.changes = changes;
    }

    /** Keeps a message; false if it is there already. Speaking after one was told of the recording counts as consent to it. */
    public boolean keep(Handle handle, NewVoicemail message, Instant now) {
        int added = handle.createUpdate("""
                        insert into voicemail (id, ticket, contact_id, call_sid, caller, language, topic, recording_url, seconds,
                            consented_at, flow_version, created_at)
                        values (:id, :ticket, :contact, :call, :caller, :language, :topic, :url, :seconds,
                            :consentedAt, :flowVersion, :now)
                        on conflict do nothing""")
                .bind("id", UUID.randomUUID())
                .bind("ticket", message.ticket().value())
                .bind("contact", message.contact().orElse(null))
                .bind("call", message.call().value())
                .bind("caller", message.caller().map(PhoneNumber::e164).orElse(null))
                .bind("language", message.language().code())
                .bind("topic", message.topic())
                .bind("url", message.url())
                .bind("seconds", message.seconds())
                .bind("consentedAt", now.minusSeconds(message.seconds()))
                .bind("flowVersion", message.flowVersion())
                .bind("now", now)
                .execute();
        changes.tell(handle, TOPIC);
        return added == 1;
    }

    /** Whether the recording at this address was kept as a message. */
    public boolean isKept(Handle handle, String url) {
        return handle.createQuery("select count(*) from voicemail where recording_url = :url")
                        .bind("url", url)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    public Optional<Voicemail> find(Handle handle, UUID id) {
        return handle.createQuery(SELECT + "where id = :id")
                .bind("id", id)
                .map((row, context) -> map(row))
                .findOne();
    }

    /** Messages that nobody has heard, the oldest first: they are worked in the order in which they came. */
    public List<Voicemail> listUnheard(Handle handle, int limit) {
        return handle.createQuery(SELECT + "where heard_at is null order by created_at, id limit :limit")
                .bind("limit", limit)
                .map((row, context) -> map(row))
                .list();
    }

    /** The messages on a ticket, the newest first. */
    public List<Voicemail> listOf(Handle handle, TicketNumber ticket) {
        return handle.createQuery(SELECT + "where ticket = :ticket order by created_at desc, id")
                .bind("ticket", ticket.value())
                .map((row, context) -> map(row))
                .list();
    }

    /** Somebody has heard it; false if somebody had before, or there is none. */
    public boolean heard(Handle handle, UUID id, String username, Instant now) {
        boolean first = handle.createUpdate("""
                        update voicemail set heard_at = :now, heard_by = :username where id = :id and heard_at is null""")
                        .bind("now", now)
                        .bind("username", username)
                        .bind("id", id)
                        .execute()
                == 1;
        changes.tell(handle, TOPIC);
        return first;
    }

    private static Voicemail map(ResultSet row) throws SQLException {
        return new Voicemail(
                row.getObject("id", UUID.class),
                TicketNumber.find(row.getString("ticket")).orElseThrow(),
                Optional.ofNullable(row.getObject("contact_id", UUID.class)),
                TicketRow.text(row, "caller").map(PhoneNumber::new),
                new Language(row.getString("language")),
                row.getString("topic"),
                row.getString("recording_url"),
                row.getInt("seconds"),
                TicketRow.instant(row, "created_at"),
                TicketRow.text(row, "heard_at").isPresent()
                        ? Optional.of(TicketRow.instant(row, "heard_at"))
                        : Optional.empty(),
                TicketRow.text(row, "heard_by"));
    }
}
