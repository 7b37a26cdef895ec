package hotline.agent;

import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A row of the table of agents. */
final class AgentRow {
    static final String COLUMNS =
            "username, name, phone, role, languages, skills, presence, presence_reason, state, active_contact,"
                    + " idle_since, wrap_up_until, missed";

    private AgentRow() {}

    static Agent map(ResultSet row) throws SQLException {
        return new Agent(
                row.getString("username"),
                row.getString("name"),
                Optional.ofNullable(row.getString("phone")).map(PhoneNumber::new),
                Arrays.stream(row.getString("languages").split(" "))
                        .map(Language::new)
                        .toList(),
                words(row.getString("skills")),
                Role.find(row.getString("role")).orElseThrow(),
                Presence.find(row.getString("presence")).orElseThrow(),
                Optional.ofNullable(row.getString("presence_reason")),
                AgentState.of(row.getString("state")),
                Optional.ofNullable(row.getObject("active_contact", UUID.class)),
                row.getObject("idle_since", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("wrap_up_until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getInt("missed"));
    }

    private static Set<String> words(String joined) {
        return Arrays.stream(joined.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }
}
