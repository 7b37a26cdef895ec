package hotline.agent;

import hotline.phone.Endpoint;
import hotline.phone.Language;
import hotline.store.Changes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The agents: who they are and whether they are there. What they are doing moves through {@link AgentMoves}. */
public final class Agents {
    /** The presence reason of an agent who was put on break because they missed too many calls. */
    public static final String MISSED_CALLS = "missed-calls";

    private static final Duration DESK_STEP = Duration.ofSeconds(5);

    private final Changes changes;
    private final StateSpans spans = new StateSpans();

    public Agents(Changes changes) {
        this.changes = changes;
    }

    /** Adds an agent, offline at first, or changes the one of that username. */
    public void put(Handle handle, NewAgent agent, Instant now) {
        int added = bind(handle, agent, """
                insert into agent (username, name, endpoint, role, languages, skills, presence, state, idle_since, missed)
                values (:username, :name, :endpoint, :role, :languages, :skills, 'offline', 'offline', :now, 0)
                on conflict do nothing""", now);
        if (added == 0) {
            bind(handle, agent, """
                    update agent set name = :name, role = :role, languages = :languages, skills = :skills,
                        usual_endpoint = case when endpoint = :endpoint then usual_endpoint end, endpoint = :endpoint
                    where username = :username""", now);
        }
        moved(handle, agent.username(), now);
    }

    private static int bind(Handle handle, NewAgent agent, String sql, Instant now) {
        return handle.createUpdate(sql)
                .bind("username", agent.username())
                .bind("name", agent.name())
                .bind("endpoint", agent.endpoint().map(Endpoint::address).orElse(null))
                .bind("role", agent.role().word())
                .bind(
                        "languages",
                        agent.languages().stream().map(Language::code).collect(Collectors.joining(" ")))
                .bind("skills", String.join(" ", agent.skills().written()))
                .bind("now", now)
                .execute();
    }

    /** Keeps the hash of a new password, as {@link Passwords#hash} made it; false if there is no such agent. */
    public boolean updatePassword(Handle handle, String username, String hash) {
        return handle.createUpdate("update agent set password_hash = :hash where username = :username")
                        .bind("hash", hash)
                        .bind("username", username)
                        .execute()
                == 1;
    }

    /** The hash to check a password against; empty if there is no such agent, or one who cannot sign in. */
    public Optional<String> findPasswordHash(Handle handle, String username) {
        return handle.createQuery(
                        "select password_hash from agent where username = :username and active and password_hash is not null")
                .bind("username", username)
                .mapTo(String.class)
                .findOne();
    }

    /** Whether there is such an agent and they may sign in. */
    public boolean isActive(Handle handle, String username) {
        return handle.createQuery("select count(*) from agent where username = :username and active")
                        .bind("username", username)
                        .mapTo(Integer.class)
                        .one()
                == 1;
    }

    public Optional<Agent> find(Handle handle, String username) {
        return handle.createQuery("select " + AgentRow.COLUMNS + " from agent where username = :username")
                .bind("username", username)
                .map((row, context) -> AgentRow.map(row))
                .findOne();
    }

    /**
     * The agent of this username.
     *
     * @throws IllegalStateException if there is none
     */
    public Agent get(Handle handle, String username) {
        return find(handle, username).orElseThrow(() -> new IllegalStateException("no agent " + username));
    }

    /** All agents, by username. */
    public List<Agent> list(Handle handle) {
        return handle.createQuery("select " + AgentRow.COLUMNS + " from agent order by username")
                .map((row, context) -> AgentRow.map(row))
                .list();
    }

    /** Agents who are not offline, by username. */
    public List<Agent> listSignedIn(Handle handle) {
        return handle.createQuery(
                        "select " + AgentRow.COLUMNS + " from agent where state <> 'offline' order by username")
                .map((row, context) -> AgentRow.map(row))
                .list();
    }

    /**
     * Keeps what an agent says of themselves. Without a contact it applies at once, otherwise when they have none anymore.
     *
     * @param reason why they are on break, if they say so
     * @return false if there is no such agent, or one who may not sign in anymore and would be there
     */
    public boolean setPresence(
            Handle handle, String username, Presence presence, Optional<String> reason, Instant now) {
        int known = handle.createUpdate("""
                        update agent set presence = :presence, presence_reason = :reason,
                            missed = case when :presence = 'available' then 0 else missed end,
                            idle_since = case when state in ('offline', 'on-break') then :now else idle_since end,
                            desk_seen_at = case when :presence = 'available' then null else desk_seen_at end,
                            state = case when active_contact is null then :resting else state end
                        where username = :username and (active or :presence = 'offline')""")
                .bind("presence", presence.word())
                .bind("reason", presence == Presence.BREAK ? reason.orElse(null) : null)
                .bind("resting", presence.resting().word())
                .bind("now", now)
                .bind("username", username)
                .execute();
        moved(handle, username, now);
        return known == 1;
    }

    /** The desk of an agent is connected. Several pages and nodes may say so; one of them is kept every few seconds. */
    public void seeDesk(Handle handle, String username, Instant now) {
        handle.createUpdate("""
                        update agent set desk_seen_at = :now
                        where username = :username and (desk_seen_at is null or desk_seen_at <= :recent)""")
                .bind("now", now)
                .bind("recent", now.minus(DESK_STEP))
                .bind("username", username)
                .execute();
    }

    /** To be called after every change of what an agent is doing. */
    void moved(Handle handle, String username, Instant now) {
        spans.note(handle, username, now);
        changes.tell(handle, "agent:" + username);
    }
}
