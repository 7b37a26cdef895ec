package hotline.queue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The table of notes on contacts. */
final class NoteRepository {
    private static final int LONGEST = 2000;

    void insert(Handle handle, UUID contact, String username, String text, Instant now) {
        handle.createUpdate("""
                        insert into contact_note (contact_id, username, noted_at, note)
                        values (:contact, :username, :now, :note)""")
                .bind("contact", contact)
                .bind("username", username)
                .bind("now", now)
                .bind("note", text.length() > LONGEST ? text.substring(0, LONGEST) : text)
                .execute();
    }

    /** Keeps what the agent has written so far, in place of what they had written before. */
    void keep(Handle handle, UUID contact, String username, String text, Instant now) {
        handle.createUpdate("delete from contact_note where contact_id = :contact and username = :username")
                .bind("contact", contact)
                .bind("username", username)
                .execute();
        if (!text.isBlank()) {
            insert(handle, contact, username, text, now);
        }
    }

    List<Note> list(Handle handle, UUID contact) {
        return handle.createQuery("""
                        select username, noted_at, note from contact_note where contact_id = :contact order by id""")
                .bind("contact", contact)
                .map((row, context) ->
                        new Note(row.getString("username"), ContactRow.instant(row, "noted_at"), row.getString("note")))
                .list();
    }
}
