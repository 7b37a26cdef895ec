package hotline.graph;

import hotline.graph.FlowChart.Arrow;
import hotline.graph.FlowChart.Box;
import java.util.List;

/** A chart with its places, in pixels from the top left. */
record Picture(String name, double width, double height, List<PlacedBox> boxes, List<PlacedArrow> arrows) {
    record Point(double x, double y) {}

    record PlacedBox(Box box, double x, double y, double width, double height) {}

    /**
     * An arrow.
     *
     * @param points where it begins, bends and ends
     * @param label the middle of its label, if it has one
     */
    record PlacedArrow(Arrow arrow, List<Point> points, Point label) {
        PlacedArrow {
            points = List.copyOf(points);
        }
    }

    Picture {
        boxes = List.copyOf(boxes);
        arrows = List.copyOf(arrows);
    }
}
