package hotline.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a call can stand, as far as it matters for where it goes on.
 *
 * @param returns the steps that called a flow and wait for it to give control back, the innermost last
 * @param at the step
 * @param waitsAt the queue step at which the caller has a place; key 0 leads back to it
 */
record Spot(List<Node> returns, Node at, Optional<Node> waitsAt) {
    /** A step, by its name and its flow's. */
    record Node(String flow, String step) {
        @Override
        public String toString() {
            return flow + "/" + step;
        }
    }

    Spot {
        returns = List.copyOf(returns);
    }

    /** Another step of the same flow. */
    Spot step(String step) {
        return new Spot(returns, new Node(at.flow(), step), waitsAt);
    }

    /** Within a flow that this step calls. */
    Spot within(Node start) {
        List<Node> deeper = new ArrayList<>(returns);
        deeper.add(at);
        return new Spot(deeper, start, waitsAt);
    }

    /** Back at the step that called this flow. */
    Spot back() {
        return new Spot(returns.subList(0, returns.size() - 1), returns.get(returns.size() - 1), waitsAt);
    }

    /** At a step of a flow that has taken over for good. */
    Spot over(Node to) {
        return new Spot(List.of(), to, waitsAt);
    }

    Spot waitingAt(Optional<Node> place) {
        return new Spot(returns, at, place);
    }
}
