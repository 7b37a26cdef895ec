package hotline.flow;

import java.util.HashMap;
import java.util.Map;

/**
 * The answer to a {@link Question}.
 *
 * @param exit which way the flow goes on; each question's Javadoc lists its exits
 * @param facts what the flow may say or decide on from now on, by name ({@code order.status}); text, ISO dates, plain
 *     whole numbers
 */
public record Answer(String exit, Map<String, String> facts) {
    public Answer {
        facts = Map.copyOf(facts);
    }

    public static Answer of(String exit) {
        return new Answer(exit, Map.of());
    }

    /** The same answer with one more fact. */
    public Answer and(String name, String fact) {
        Map<String, String> more = new HashMap<>(facts);
        more.put(name, fact);
        return new Answer(exit, more);
    }
}
