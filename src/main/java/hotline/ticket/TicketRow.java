package hotline.ticket;

import hotline.phone.CallSid;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** A row of the table {@code tickets} as a ticket without its history. */
final class TicketRow implements RowMapper<Ticket> {
    @Override
    public Ticket map(ResultSet row, StatementContext context) throws SQLException {
        return new Ticket(
                new TicketNumber(row.getString("number")),
                known(Category.find(row.getString("category")), "category"),
                known(TicketStatus.find(row.getString("status")), "status"),
                text(row, "order_number"),
                text(row, "phone").map(PhoneNumber::new),
                new Language(row.getString("language")),
                new Origin(
                        known(Channel.find(row.getString("channel")), "channel"),
                        text(row, "call_sid").map(CallSid::new),
                        text(row, "flow_version")),
                instant(row, "opened_at"),
                instant(row, "due_at"),
                text(row, "desired_outcome").map(word -> known(DesiredOutcome.find(word), "desired_outcome")),
                text(row, "agent"),
                List.of());
    }

    static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static <T> T known(Optional<T> value, String column) {
        return value.orElseThrow(() -> new IllegalStateException("table tickets has an unknown " + column));
    }
}
