package hotline.flow;

import java.util.List;

/**
 * A step that a call entered.
 *
 * @param by where the targets are written that led here: one, or two where a flow that was called came back and the step that called it
 *     went on; none for the first step of a call or of a flow, and for what no step names, as key 0
 */
public record Passed(String flow, String step, List<Place> by) {
    public Passed {
        by = List.copyOf(by);
    }
}
