package hotline.agent;

import hotline.phone.Endpoint;
import hotline.phone.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An agent as they are now.
 *
 * @param username what they sign in with; never changes
 * @param name what callers are told
 * @param endpoint where they are rung; without one they are offered nothing
 * @param languages what they speak, the one they like best first
 * @param skills what they can handle, and how well
 * @param presence what they say of themselves; applies once they have no contact
 * @param presenceReason why they are on break, in their words or {@link Agents#MISSED_CALLS}
 * @param state what they are doing
 * @param activeContact the contact they are reserved for, talk to, or finish up after
 * @param idleSince since when they have had nothing to do; decides who is asked first
 * @param wrapUpUntil when their wrap-up ends by itself
 * @param wrapUpExtensions how often that was put off
 * @param missed how many offers in a row they did not take
 * @param deskSeenAt when their desk last said that it is connected; empty when it has not since they became available, as
 *     when a program said so for them
 */
public record Agent(
        String username,
        String name,
        Optional<Endpoint> endpoint,
        List<Language> languages,
        Skills skills,
        Role role,
        Presence presence,
        Optional<String> presenceReason,
        AgentState state,
        Optional<UUID> activeContact,
        Instant idleSince,
        Optional<Instant> wrapUpUntil,
        int wrapUpExtensions,
        int missed,
        Optional<Instant> deskSeenAt) {
    /** A desk that says nothing for this long has lost its connection. */
    public static final Duration DESK_LOST_AFTER = Duration.ofSeconds(30);

    public Agent {
        languages = List.copyOf(languages);
    }

    /** Whether they could handle this, were they free. */
    public boolean canTake(String skill, Language language) {
        return endpoint.isPresent() && skills.includes(skill) && languages.contains(language);
    }

    /**
     * Where they are rung.
     *
     * @throws IllegalStateException if they cannot be rung; then nobody may have reserved them
     */
    public Endpoint getEndpoint() {
        return endpoint.orElseThrow(() -> new IllegalStateException("agent " + username + " cannot be rung"));
    }

    /** Whether their desk has lost its connection: then they would not see who is offered to them. */
    public boolean isOutOfReach(Instant now) {
        return deskSeenAt
                .filter(seen -> !seen.plus(DESK_LOST_AFTER).isAfter(now))
                .isPresent();
    }

    /** The language they are spoken to in. */
    public Language firstLanguage() {
        return languages.get(0);
    }
}
