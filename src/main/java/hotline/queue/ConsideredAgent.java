package hotline.queue;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One agent in a look at who could take a contact.
 *
 * @param failed the rules that spoke against them, each with what it found: a language, a tier, what they were doing
 * @param standing where they stood among those against whom nothing spoke
 */
public record ConsideredAgent(
        String username, boolean chosen, Map<RoutingRule, String> failed, Optional<Standing> standing) {
    /**
     * What decides between agents who could all take a contact, in this order.
     *
     * @param lastAgent whether the caller spoke with them last
     * @param tier lower is asked first
     * @param idleSince who has been idle longest is asked first
     */
    public record Standing(boolean lastAgent, int tier, Instant idleSince) {}

    public ConsideredAgent {
        Map<RoutingRule, String> ordered = new EnumMap<>(RoutingRule.class);
        ordered.putAll(failed);
        failed = Collections.unmodifiableMap(ordered);
    }

    /** The rules that did not speak against them. */
    public List<RoutingRule> passed() {
        return Arrays.stream(RoutingRule.values())
                .filter(rule -> !failed.containsKey(rule))
                .toList();
    }
}
