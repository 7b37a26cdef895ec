package hotline.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentStateTest {
    private static List<AgentState> after(AgentState state) {
        return Arrays.stream(AgentState.values()).filter(state::canBecome).toList();
    }

    @Test
    void only_who_is_available_is_reserved_and_every_call_ends_in_wrap_up() {
        assertThat(after(AgentState.ON_CALL)).containsExactly(AgentState.WRAP_UP);
        assertThat(Arrays.stream(AgentState.values()).filter(state -> state.canBecome(AgentState.RESERVED)))
                .containsExactly(AgentState.AVAILABLE);
        assertThat(Arrays.stream(AgentState.values()).filter(state -> state.canBecome(AgentState.ON_CALL)))
                .containsExactly(AgentState.RESERVED);
    }

    @Test
    void words_are_those_of_the_api() {
        assertThat(Arrays.stream(AgentState.values()).map(AgentState::word))
                .containsExactly("offline", "available", "on-break", "reserved", "on-call", "wrap-up");
        assertThat(AgentState.of("on-break")).isEqualTo(AgentState.ON_BREAK);
    }
}
