package hotline.agent;

import hotline.phone.Endpoint;
import hotline.phone.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Who may sign in, and every change to it, each with its row in the audit trail. Changes that take a right away end the
 * sessions that had it.
 */
public final class Accounts {
    private final Agents agents;
    private final WebSessions sessions;
    private final KnownDevices devices;
    private final Audit audit;

    public Accounts(Agents agents, WebSessions sessions, KnownDevices devices, Audit audit) {
        this.agents = agents;
        this.sessions = sessions;
        this.devices = devices;
        this.audit = audit;
    }

    /**
     * Adds an account, or changes the one of that username.
     *
     * @param who by whom
     * @return whether it was there before
     */
    public boolean save(Handle handle, String who, NewAgent agent, Instant now) {
        Optional<Agent> before = agents.find(handle, agent.username());
        agents.put(handle, agent, now);
        if (before.isEmpty()) {
            audit.record(handle, who, "agent-added", object(agent.username()), describe(agent), now);
            return false;
        }
        if (before.get().role() != agent.role()) {
            String change = before.get().role().word() + " → " + agent.role().word();
            audit.record(handle, who, "role-changed", object(agent.username()), change, now);
            sessions.endAll(handle, agent.username());
        }
        String changes = changes(before.get(), agent);
        if (!changes.isEmpty()) {
            audit.record(handle, who, "agent-changed", object(agent.username()), changes, now);
        }
        return true;
    }

    private static String describe(NewAgent agent) {
        return "role " + agent.role().word() + ", skills " + agent.skills().written();
    }

    private static String changes(Agent before, NewAgent now) {
        List<String> parts = new ArrayList<>();
        if (!before.name().equals(now.name())) {
            parts.add("name: " + before.name() + " → " + now.name());
        }
        if (!before.endpoint().equals(now.endpoint())) {
            parts.add("rung at: " + masked(before.endpoint()) + " → " + masked(now.endpoint()));
        }
        if (!before.languages().equals(now.languages())) {
            parts.add("languages: " + codes(before.languages()) + " → " + codes(now.languages()));
        }
        if (!before.skills().equals(now.skills())) {
            parts.add("skills: " + before.skills().written() + " → "
                    + now.skills().written());
        }
        return String.join("; ", parts);
    }

    private static String masked(Optional<Endpoint> endpoint) {
        return endpoint.map(Endpoint::masked).orElse("nowhere");
    }

    private static String codes(List<Language> languages) {
        return languages.stream().map(Language::code).collect(Collectors.joining(" "));
    }

    /**
     * Gives an account a new password; ends its sessions, but for the one in which its owner changed it.
     *
     * @param hash as {@link Passwords#hash} made it
     * @param kept the token of that session
     * @return false if there is no such account
     */
    public boolean setPassword(
            Handle handle, String who, String username, String hash, Optional<String> kept, Instant now) {
        if (!agents.updatePassword(handle, username, hash)) {
            return false;
        }
        sessions.endOthers(handle, username, kept);
        devices.forgetAll(handle, username);
        audit.record(handle, who, "password-changed", object(username), "", now);
        return true;
    }

    /** Ends every session of an account, and makes every browser a stranger to it. */
    public void signOutEverywhere(Handle handle, String who, String username, Instant now) {
        sessions.endAll(handle, username);
        devices.forgetAll(handle, username);
        audit.record(handle, who, "signed-out-everywhere", object(username), "", now);
    }

    /**
     * Lets an account sign in, or not any longer; then its sessions end. What its owner does at the moment goes on.
     *
     * @return false if it was so before, or there is no such account
     */
    public boolean setActive(Handle handle, String who, String username, boolean active, Instant now) {
        boolean changed = handle.createUpdate(
                                "update agent set active = :active where username = :username and active <> :active")
                        .bind("active", active)
                        .bind("username", username)
                        .execute()
                == 1;
        if (changed) {
            if (!active) {
                sessions.endAll(handle, username);
                devices.forgetAll(handle, username);
            }
            audit.record(handle, who, active ? "activated" : "deactivated", object(username), "", now);
            agents.moved(handle, username, now);
        }
        return changed;
    }

    /** The usernames of those who may no longer sign in. */
    public Set<String> listInactive(Handle handle) {
        return handle.createQuery("select username from agent where not active").mapTo(String.class).stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How many accounts that may sign in have this role. */
    public int countActive(Handle handle, Role role) {
        return handle.createQuery("select count(*) from agent where active and role = :role")
                .bind("role", role.word())
                .mapTo(Integer.class)
                .one();
    }

    private static String object(String username) {
        return "agent:" + username;
    }
}
