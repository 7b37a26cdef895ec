package hotline.queue;

import java.util.Map;

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
}
