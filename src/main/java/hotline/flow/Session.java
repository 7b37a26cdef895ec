package hotline.flow;

import hotline.phone.Language;
import java.util.List;
import java.util.Map;

/**
 * Where a call stands in its flow: all that the interpreter remembers between turns.
 *
 * @param flow the flow's name
 * @param step the step of it that waits for input
 * @param returns flows to go back to, the innermost last
 * @param silences how often nothing was pressed at this step
 * @param mismatches how often something was pressed at this step that is not on offer
 * @param turns turns taken in this call, not counting those of the waiting room
 * @param said names of the prompts heard on the way to this step, for the key that repeats them
 * @param values what was typed and learned, by name
 */
public record Session(
        String flow,
        String step,
        List<Return> returns,
        int silences,
        int mismatches,
        int turns,
        Language language,
        List<String> said,
        Map<String, String> values) {
    /** A flow that called another one, and the step that did. */
    public record Return(String flow, String step) {}

    public Session {
        returns = List.copyOf(returns);
        said = List.copyOf(said);
        values = Map.copyOf(values);
    }
}
