package hotline.queue;

import hotline.phone.CallSid;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** A row of the table of contacts. */
final class ContactRow {
    static final String COLUMNS = "id, kind, state, outcome, skill, topic, language, priority, since, waiting_from,"
            + " not_before, caller, call_sid, reservation_id, username, attempts,"
            + " room_id, parent_id, continues_id, target";

    /** The columns of the table under another name. */
    static String columnsOf(String alias) {
        return COLUMNS.replaceAll("\\w+", alias + ".$0");
    }

    private ContactRow() {}

    static Contact map(ResultSet row) throws SQLException {
        return new Contact(
                row.getObject("id", UUID.class),
                Words.read(ContactKind.class, row.getString("kind")),
                Words.read(ContactState.class, row.getString("state")),
                Optional.ofNullable(row.getString("outcome")).map(word -> Words.read(ContactOutcome.class, word)),
                row.getString("skill"),
                row.getString("topic"),
                new Language(row.getString("language")),
                row.getInt("priority"),
                instant(row, "since"),
                instant(row, "waiting_from"),
                instant(row, "not_before"),
                Optional.ofNullable(row.getString("caller")).map(PhoneNumber::new),
                new CallSid(row.getString("call_sid")),
                Optional.ofNullable(row.getObject("reservation_id", UUID.class)),
                Optional.ofNullable(row.getString("username")),
                row.getInt("attempts"),
                links(row));
    }

    private static Links links(ResultSet row) throws SQLException {
        UUID room = row.getObject("room_id", UUID.class);
        return new Links(
                room == null ? row.getObject("id", UUID.class) : room,
                Optional.ofNullable(row.getObject("parent_id", UUID.class)),
                Optional.ofNullable(row.getObject("continues_id", UUID.class)),
                Optional.ofNullable(row.getString("target")).flatMap(Destination::find));
    }

    /** A moment that is never null. */
    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
