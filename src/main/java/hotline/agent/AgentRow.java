package hotline.agent;

import hotline.phone.Endpoint;
import hotline.phone.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** A row of the table of agents. */
final class AgentRow {
    static final String COLUMNS =
            "username, name, endpoint, role, languages, skills, presence, presence_reason, state, active_contact,"
                    + " idle_since, wrap_up_until, wrap_up_extensions, missed, desk_seen_at";

    private AgentRow() {}

    static Agent map(ResultSet row) throws SQLException {
        return new Agent(
                row.getString("username"),
                row.getString("name"),
                Optional.ofNullable(row.getString("endpoint")).flatMap(Endpoint::find),
                Arrays.stream(row.getString("languages").split(" "))
                        .map(Language::new)
                        .toList(),
                skills(row.getString("skills")),
                Role.find(row.getString("role")).orElseThrow(),
                Presence.find(row.getString("presence")).orElseThrow(),
                Optional.ofNullable(row.getString("presence_reason")),
                AgentState.of(row.getString("state")),
                Optional.ofNullable(row.getObject("active_contact", UUID.class)),
                row.getObject("idle_since", OffsetDateTime.class).toInstant(),
                findInstant(row, "wrap_up_until"),
                row.getInt("wrap_up_extensions"),
                row.getInt("missed"),
                findInstant(row, "desk_seen_at"));
    }

    private static Skills skills(String joined) {
        return joined.isEmpty() ? Skills.NONE : Skills.of(joined.split(" "));
    }

    private static Optional<Instant> findInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
