package hotline.agent;

import java.util.Arrays;
import java.util.Optional;

/** What an agent says of themselves. It says nothing of what they are doing: see {@link AgentState}. */
public enum Presence {
    OFFLINE("offline", AgentState.OFFLINE),
    AVAILABLE("available", AgentState.AVAILABLE),
    BREAK("break", AgentState.ON_BREAK);

    private final String word;
    private final AgentState resting;

    Presence(String word, AgentState resting) {
        this.word = word;
        this.resting = resting;
    }

    /** The word of the API and the database. */
    public String word() {
        return word;
    }

    /** The state of an agent with this presence who has no contact. */
    public AgentState resting() {
        return resting;
    }

    /** The presence of this word, if there is one. */
    public static Optional<Presence> find(String word) {
        return Arrays.stream(values())
                .filter(presence -> presence.word.equals(word))
                .findFirst();
    }
}
