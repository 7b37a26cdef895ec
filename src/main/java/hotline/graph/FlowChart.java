package hotline.graph;

import java.util.List;

/**
 * What there is to draw of one flow.
 *
 * @param boxes the first is where the flow begins
 */
public record FlowChart(String name, List<Box> boxes, List<Arrow> arrows) {
    /** What a box stands for, and by that its shape. */
    public enum Kind {
        /** The caller is asked for keys or words. */
        QUESTION,
        /** The caller waits for an agent. */
        QUEUE,
        /** Something is decided by what is known. */
        DECISION,
        /** Something is looked up, kept or sent. */
        ACTION,
        /** Something is only said. */
        SPEECH,
        /** The call ends. */
        END,
        /** Another flow, which goes on or is called. */
        FLOW,
        /** Control goes back to the flow that called this one. */
        RETURN
    }

    /**
     * A step, or what lies behind the flow's edge.
     *
     * @param id as {@code missing-order/which-order}
     * @param title the step's name
     * @param detail what it does, as {@code menu}; may be empty
     */
    public record Box(String id, String title, String detail, Kind kind) {}

    /**
     * A way from one box to another.
     *
     * @param label the exits that lead there; may be empty
     */
    public record Arrow(String from, String to, String label) {}

    public FlowChart {
        boxes = List.copyOf(boxes);
        arrows = List.copyOf(arrows);
    }
}
