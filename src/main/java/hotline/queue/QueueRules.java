package hotline.queue;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The rules of all queues.
 *
 * @param skills by skill
 * @param otherwise of skills that have none of their own
 */
public record QueueRules(Map<String, SkillRules> skills, SkillRules otherwise, CallbackRules callbacks) {
    public QueueRules {
        skills = Map.copyOf(skills);
    }

    SkillRules of(String skill) {
        return skills.getOrDefault(skill, otherwise);
    }

    /** The longest that any contact is kept from an agent who did not take it. */
    Duration longestReofferAfter() {
        return Stream.concat(skills.values().stream(), Stream.of(otherwise))
                .map(SkillRules::reofferAfter)
                .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) >= 0 ? one : other);
    }
}
