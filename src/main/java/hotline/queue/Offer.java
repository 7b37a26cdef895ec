package hotline.queue;

import hotline.phone.Language;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What an agent hears before they take a contact.
 *
 * @param language what the caller speaks
 * @param waited since the caller first asked
 * @param about facts, such as {@code order.number}
 * @param agentLanguage what the agent is spoken to in
 * @param colleague who asks, or hands the caller on
 */
public record Offer(
        String topic,
        Language language,
        Duration waited,
        Map<String, String> about,
        Language agentLanguage,
        Optional<Colleague> colleague) {
    /**
     * An agent who spoke with the caller before.
     *
     * @param asks whether they ask for advice; otherwise the caller comes from them
     */
    public record Colleague(String name, boolean asks) {}
}
