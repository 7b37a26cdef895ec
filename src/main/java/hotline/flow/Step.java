package hotline.flow;

import java.util.List;
import java.util.Set;

/** One step of a flow. Holds only what the author wrote; everything about a call is in the {@link Walk}. */
interface Step {
    /** The caller comes to this step. */
    Next enter(Walk walk);

    /** Something came while the call waited at this step. */
    default Next hear(Walk walk, Input input) {
        return enter(walk);
    }

    /** The caller wants to hear it again. */
    default Next repeat(Walk walk) {
        return enter(walk);
    }

    /** Whether a caller has a say here; a circle of steps in which nobody has one never ends. */
    default boolean waits() {
        return false;
    }

    /** Whether 0 leads to a human here and {@code *} repeats. */
    default boolean hasGlobalKeys() {
        return waits();
    }

    /** How much of what is typed here may be logged. */
    default Masking masking() {
        return Masking.NONE;
    }

    /** The values that prompts and decisions may use once this step has been taken. */
    default Set<String> gives() {
        return Set.of();
    }

    /** Every way on from here, as the checks and the drawings of a flow need them; none where the call ends. */
    List<Way> ways();

    /** The values that are forgotten on coming here, before anything is said. */
    default Set<String> forgets() {
        return Set.of();
    }

    /** The values without which the step makes no sense. */
    default Set<String> needs() {
        return Set.of();
    }

    /** What a sentence of this step may mention besides what is known on coming here. */
    default Set<String> knownTo(Ref prompt) {
        return Set.of();
    }
}
