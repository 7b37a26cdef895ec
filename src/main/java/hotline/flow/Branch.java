package hotline.flow;

/**
 * One way in which a flow can go on: an exit of a step.
 *
 * @param place where its target is written; no two branches have the same
 * @param exit as {@code then}, {@code keys 1} or {@code decide 2 go}
 * @param target the step, return or flow it leads to
 */
public record Branch(Place place, String flow, String step, String exit, String target) {
    @Override
    public String toString() {
        return flow + "/" + step + " " + exit;
    }
}
