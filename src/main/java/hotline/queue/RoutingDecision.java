package hotline.queue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One look at who could take a contact.
 *
 * @param at when; of a look in which nobody could be chosen, since when it has come to the same
 * @param chosen the username of the agent who was offered the contact
 * @param agents everybody who was signed in, by username
 */
public record RoutingDecision(Instant at, Optional<String> chosen, List<ConsideredAgent> agents) {
    public RoutingDecision {
        agents = List.copyOf(agents);
    }
}
