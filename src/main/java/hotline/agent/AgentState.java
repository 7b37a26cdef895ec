package hotline.agent;

import java.util.Arrays;

/** What an agent is doing. */
public enum AgentState {
    OFFLINE("offline"),
    AVAILABLE("available"),
    ON_BREAK("on-break"),
    /** Set aside for a contact: their phone rings, or is about to. */
    RESERVED("reserved"),
    ON_CALL("on-call"),
    /** Finishing up after a call; is offered nothing. */
    WRAP_UP("wrap-up");

    private final String word;

    AgentState(String word) {
        this.word = word;
    }

    /** The word of the API and the database. */
    public String word() {
        return word;
    }

    /** Whether an agent in this state has no contact. */
    public boolean isResting() {
        return switch (this) {
            case OFFLINE, AVAILABLE, ON_BREAK -> true;
            case RESERVED, ON_CALL, WRAP_UP -> false;
        };
    }

    /** The allowed moves. */
    public boolean canBecome(AgentState next) {
        return switch (this) {
            case OFFLINE, ON_BREAK -> next.isResting();
            case AVAILABLE -> next.isResting() || next == RESERVED;
            case RESERVED -> next.isResting() || next == ON_CALL;
            case ON_CALL -> next == WRAP_UP;
            case WRAP_UP -> next.isResting();
        };
    }

    static AgentState of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a state of an agent: " + word));
    }
}
