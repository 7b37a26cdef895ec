package hotline.web;

import hotline.agent.Agent;
import hotline.agent.Skills;
import hotline.queue.Acd;
import java.util.Optional;
import java.util.TreeSet;

/** Refuses skills that no queue has: who has only such a one would wait for calls that never come. */
final class SkillCheck {
    private final Acd acd;

    SkillCheck(Acd acd) {
        this.acd = acd;
    }

    /**
     * Does nothing if every skill has a queue, or is one that the agent has already: its queue may be gone since.
     *
     * @throws ProblemException naming the one that has none
     */
    void refuseUnknown(Skills wanted, Optional<Agent> before) {
        TreeSet<String> known = new TreeSet<>(acd.skills());
        for (String skill : new TreeSet<>(wanted.tiers().keySet())) {
            boolean isKept =
                    before.filter(agent -> agent.skills().includes(skill)).isPresent();
            if (!known.contains(skill) && !isKept) {
                throw ProblemException.badRequest("No queue of the live flows has the skill \"" + skill + "\""
                        + Choice.hint(skill, "skills", known));
            }
        }
    }
}
