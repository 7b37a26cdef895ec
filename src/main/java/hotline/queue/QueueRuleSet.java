package hotline.queue;

import hotline.phone.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The rules of all queues at one time.
 *
 * @param skills by skill
 * @param otherwise of skills that have none of their own
 * @param callbacks by skill
 * @param otherCallbacks of skills that have none of their own
 * @param staffed by skill; a skill that is not there is staffed round the clock
 * @param names what people call a skill, by skill and language; one that is not there has none of its own
 */
public record QueueRuleSet(
        Map<String, SkillRules> skills,
        SkillRules otherwise,
        Map<String, CallbackRules> callbacks,
        CallbackRules otherCallbacks,
        Map<String, StaffedHours> staffed,
        Map<String, Map<Language, String>> names) {
    public QueueRuleSet {
        skills = Map.copyOf(skills);
        callbacks = Map.copyOf(callbacks);
        staffed = Map.copyOf(staffed);
        names = Map.copyOf(names);
    }

    /** The same callback rules for all queues, which are staffed round the clock. */
    public QueueRuleSet(Map<String, SkillRules> skills, SkillRules otherwise, CallbackRules callbacks) {
        this(skills, otherwise, Map.of(), callbacks, Map.of(), Map.of());
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

    CallbackRules callbacksOf(String skill) {
        return callbacks.getOrDefault(skill, otherCallbacks);
    }

    boolean isStaffed(String skill, Instant at) {
        return staffed.getOrDefault(skill, StaffedHours.ALWAYS).isOpen(at);
    }

    /** The longest time that any queue has for something. */
    Duration longest(Function<SkillRules, Duration> time) {
        return Stream.concat(skills.values().stream(), Stream.of(otherwise))
                .map(time)
                .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) >= 0 ? one : other);
    }
}
