package hotline.graph;

import hotline.graph.FlowChart.Arrow;
import hotline.graph.FlowChart.Box;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Finds places for boxes and arrows: from top to bottom, as a call goes, with as few crossings as can be. */
final class Layout {
    static final double LINE_HEIGHT = 16;

    private static final double CHARACTER_WIDTH = 7.2;
    private static final double LABEL_CHARACTER_WIDTH = 6.2;
    private static final double BOX_PADDING = 14;
    private static final double SMALLEST_BOX = 84;
    private static final double MARGIN = 16;
    private static final double BETWEEN_BOXES = 28;
    private static final double BETWEEN_LAYERS = 36;

    private Layout() {}

    /** A chart with its places. */
    static Picture of(FlowChart chart) {
        ElkNode root = ElkGraphUtil.createGraph();
        root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        root.setProperty(CoreOptions.DIRECTION, Direction.DOWN);
        root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(CoreOptions.PADDING, new ElkPadding(MARGIN));
        root.setProperty(CoreOptions.SPACING_NODE_NODE, BETWEEN_BOXES);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
        Map<String, ElkNode> nodes = new LinkedHashMap<>();
        chart.boxes().forEach(box -> nodes.put(box.id(), node(root, box)));
        nodes.values().stream()
                .findFirst()
                .ifPresent(first -> first.setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, LayerConstraint.FIRST));
        Map<ElkEdge, Arrow> edges = new LinkedHashMap<>();
        for (Arrow arrow : chart.arrows()) {
            edges.put(edge(nodes, arrow), arrow);
        }
        new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
        return picture(chart, root, nodes, edges);
    }

    private static ElkNode node(ElkNode root, Box box) {
        ElkNode node = ElkGraphUtil.createNode(root);
        int longest = Math.max(box.title().length(), box.detail().length());
        int lines = box.detail().isEmpty() ? 1 : 2;
        node.setDimensions(
                Math.max(SMALLEST_BOX, longest * CHARACTER_WIDTH + 2 * BOX_PADDING), lines * LINE_HEIGHT + BOX_PADDING);
        return node;
    }

    private static ElkEdge edge(Map<String, ElkNode> nodes, Arrow arrow) {
        ElkNode from = nodes.get(arrow.from());
        ElkNode to = nodes.get(arrow.to());
        if (from == null || to == null) {
            throw new IllegalArgumentException("an arrow between boxes that are not there: " + arrow);
        }
        ElkEdge edge = ElkGraphUtil.createSimpleEdge(from, to);
        if (!arrow.label().isEmpty()) {
            ElkLabel label = ElkGraphUtil.createLabel(arrow.label(), edge);
            label.setDimensions(arrow.label().length() * LABEL_CHARACTER_WIDTH, LINE_HEIGHT);
        }
        return edge;
    }

    private static Picture picture(
            FlowChart chart, ElkNode root, Map<String, ElkNode> nodes, Map<ElkEdge, Arrow> edges) {
        List<Picture.PlacedBox> boxes = new ArrayList<>();
        for (Box box : chart.boxes()) {
            ElkNode node = Objects.requireNonNull(nodes.get(box.id()));
            boxes.add(new Picture.PlacedBox(box, node.getX(), node.getY(), node.getWidth(), node.getHeight()));
        }
        List<Picture.PlacedArrow> arrows = new ArrayList<>();
        edges.forEach((edge, arrow) -> arrows.add(new Picture.PlacedArrow(arrow, points(edge), labelAt(edge))));
        return new Picture(chart.name(), root.getWidth(), root.getHeight(), boxes, arrows);
    }

    private static List<Picture.Point> points(ElkEdge edge) {
        List<Picture.Point> points = new ArrayList<>();
        for (ElkEdgeSection section : edge.getSections()) {
            points.add(new Picture.Point(section.getStartX(), section.getStartY()));
            section.getBendPoints().forEach(bend -> points.add(new Picture.Point(bend.getX(), bend.getY())));
            points.add(new Picture.Point(section.getEndX(), section.getEndY()));
        }
        return points;
    }

    /** The middle of the label. */
    private static Picture.Point labelAt(ElkEdge edge) {
        return edge.getLabels().stream()
                .findFirst()
                .map(label ->
                        new Picture.Point(label.getX() + label.getWidth() / 2, label.getY() + label.getHeight() / 2))
                .orElse(new Picture.Point(0, 0));
    }
}
