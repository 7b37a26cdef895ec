package hotline.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
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

    /** The order of contacts that wait: by priority and age, then by when the caller first asked. */
    Comparator<Contact> order(Instant now) {
        return Comparator.comparingDouble((Contact contact) ->
                        of(contact.skill()).routing().rank(contact.priority(), contact.since(), now))
                .reversed()
                .thenComparing(Contact::since)
                .thenComparing(Contact::id);
    }

    SkillRules of(String skill) {
        return skills.getOrDefault(skill, otherwise);
    }

    /** The longest time that any queue has for something. */
    Duration longest(Function<SkillRules, Duration> time) {
        return Stream.concat(skills.values().stream(), Stream.of(otherwise))
                .map(time)
                .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) >= 0 ? one : other);
    }
}
