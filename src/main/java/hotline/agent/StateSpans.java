package hotline.agent;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** For how long agents have been doing what: the table {@code agent_state_span}, one open row for each agent. */
public final class StateSpans {
    /** Keeps what the agent is doing now, if that is not what they did before. The agent's row must be locked by a change. */
    void note(Handle handle, String username, Instant now) {
        int ended = handle.createUpdate("""
                        update agent_state_span set ended_at = :now
                        where username = :username and ended_at is null and not exists (
                            select 1 from agent a where a.username = agent_state_span.username
                                and a.state = agent_state_span.state
                                and coalesce(a.presence_reason, '') = coalesce(agent_state_span.reason, ''))""")
                .bind("now", now)
                .bind("username", username)
                .execute();
        if (ended > 0 || isNew(handle, username)) {
            handle.createUpdate("""
                            insert into agent_state_span (username, state, reason, began_at)
                            select username, state, presence_reason, :now from agent where username = :username""").bind("now", now).bind("username", username).execute();
        }
    }

    private static boolean isNew(Handle handle, String username) {
        return handle.createQuery(
                                "select count(*) from agent_state_span where username = :username and ended_at is null")
                        .bind("username", username)
                        .mapTo(Integer.class)
                        .one()
                == 0;
    }

    /** Since when each agent does what they do now, by username. */
    public Map<String, Instant> listSince(Handle handle) {
        Map<String, Instant> since = new HashMap<>();
        handle.createQuery("select username, began_at from agent_state_span where ended_at is null")
                .map((row, context) -> since.put(
                        row.getString("username"),
                        row.getObject("began_at", OffsetDateTime.class).toInstant()))
                .list();
        return since;
    }
}
