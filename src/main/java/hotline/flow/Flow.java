package hotline.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One flow, as it was read.
 *
 * @param topic what a caller who comes here rings about; empty when the flow serves any topic
 * @param returns the ways in which it gives control back to a flow that called it
 * @param steps by name, in the order of the file
 */
record Flow(Ref name, Optional<Ref> topic, Ref start, List<Ref> returns, Map<String, PlacedStep> steps) {
    /** The flow that every caller can reach with the key 0. */
    static final String HUMAN = "human";

    /** A step, where it is written, and what it mentions. */
    record PlacedStep(Ref name, String kind, Step step, List<Use> uses) {
        List<Ref> targets() {
            return uses.stream()
                    .filter(use -> use.kind() == Use.Kind.TARGET)
                    .map(Use::ref)
                    .toList();
        }
    }

    boolean returnsWith(String name) {
        return returns.stream().anyMatch(ref -> ref.name().equals(name));
    }
}
