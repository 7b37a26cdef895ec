package hotline.queue;

import hotline.agent.Agent;
import hotline.agent.Role;
import java.util.Optional;

/** To whom an agent hands a caller, or whom they ask for advice. */
public sealed interface Destination {
    /** One agent, whatever their skills. */
    record ToAgent(String username) implements Destination {}

    /** Whoever has the skill. */
    record ToSkill(String skill) implements Destination {}

    /** Any supervisor who is there. */
    record ToSupervisor() implements Destination {}

    /** The word of the database and the desk's forms: {@code agent:budi}, {@code skill:other} or {@code supervisor}. */
    default String word() {
        if (this instanceof ToAgent agent) {
            return "agent:" + agent.username();
        } else if (this instanceof ToSkill skill) {
            return "skill:" + skill.skill();
        } else {
            return "supervisor";
        }
    }

    /** Whether an agent is meant, whatever they are doing. */
    default boolean isFor(Agent agent) {
        if (this instanceof ToAgent one) {
            return agent.username().equals(one.username());
        } else if (this instanceof ToSkill skill) {
            return agent.skills().includes(skill.skill());
        } else {
            return agent.role().includes(Role.SUPERVISOR);
        }
    }

    /** The destination of a word; empty if it is none. */
    static Optional<Destination> find(String word) {
        if (word.equals("supervisor")) {
            return Optional.of(new ToSupervisor());
        }
        int colon = word.indexOf(':') + 1;
        if (colon == 0 || colon == word.length()) {
            return Optional.empty();
        }
        return switch (word.substring(0, colon)) {
            case "agent:" -> Optional.of(new ToAgent(word.substring(colon)));
            case "skill:" -> Optional.of(new ToSkill(word.substring(colon)));
            default -> Optional.empty();
        };
    }
}
