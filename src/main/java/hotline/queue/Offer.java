package hotline.queue;

import hotline.phone.Language;
import java.time.Duration;
import java.util.Map;

/**
 * What an agent hears before they take a contact.
 *
 * @param language what the caller speaks
 * @param waited since the caller first asked
 * @param about facts, such as {@code order.number}
 * @param agentLanguage what the agent is spoken to in
 */
public record Offer(
        String topic, Language language, Duration waited, Map<String, String> about, Language agentLanguage) {}
