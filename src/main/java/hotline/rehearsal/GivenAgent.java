package hotline.rehearsal;

import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.util.List;
import java.util.Optional;

/**
 * An agent who is there when an example begins.
 *
 * @param phone where they are rung
 * @param skills the queues that they serve
 * @param busy whether they speak with somebody else
 */
record GivenAgent(
        String name, Optional<PhoneNumber> phone, List<String> skills, List<Language> languages, boolean busy) {
    GivenAgent {
        skills = List.copyOf(skills);
        languages = List.copyOf(languages);
    }

    /** Whether an agent in this state speaks with somebody, by the word of {@link hotline.agent.AgentState}. */
    static boolean isBusy(String state) {
        return state.equals("on-call");
    }
}
