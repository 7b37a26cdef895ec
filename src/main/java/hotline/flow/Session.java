package hotline.flow;

import hotline.phone.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** The same without the keys of a number that was begun and not finished, as it stays when the call is over; empty if there are none. */
    public Optional<Session> withoutUnfinished() {
        if (!values.containsKey(Values.SO_FAR)) {
            return Optional.empty();
        }
        Map<String, String> rest = new HashMap<>(values);
        rest.remove(Values.SO_FAR);
        return Optional.of(new Session(flow, step, returns, silences, mismatches, turns, language, said, rest));
    }
}
