package hotline.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** How callers rated their contacts, for who looks back. Only reads: needs no writer. */
public final class RatingHistory {
    /**
     * A rating that was given.
     *
     * @param score 1 to 5, the best last
     * @param note what the caller wrote about it
     * @param agent the name of the agent it is about
     * @param isByKey whether it was given in the call, and not by the link in a message
     */
    public record Given(Instant at, int score, Optional<String> note, Optional<String> agent, boolean isByKey) {}

    /** The ratings of the contacts about a ticket, by its number, oldest first. */
    public List<Given> listAbout(Handle handle, String ticket) {
        return handle.createQuery("""
                        select r.rated_at, r.score, r.note, r.channel, a.name
                        from rating r left join agent a on a.username = r.username
                        where r.ticket = :ticket and r.score is not null
                        order by r.rated_at, r.id""")
                .bind("ticket", ticket)
                .map((row, context) -> given(row))
                .list();
    }

    private static Given given(ResultSet row) throws SQLException {
        return new Given(
                ContactRow.instant(row, "rated_at"),
                row.getInt("score"),
                Optional.ofNullable(row.getString("note")),
                Optional.ofNullable(row.getString("name")),
                row.getString("channel").equals(RatingTable.PHONE));
    }
}
