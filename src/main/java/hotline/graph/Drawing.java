package hotline.graph;

import java.util.Map;

/** A chart that has its places, to be written again and again with other notes: finding places takes longer than writing. */
public final class Drawing {
    private final Picture picture;

    private Drawing(Picture picture) {
        this.picture = picture;
    }

    /** Finds places for the boxes and arrows of a chart. */
    public static Drawing of(FlowChart chart) {
        return new Drawing(Layout.of(chart));
    }

    /**
     * As SVG for a page that has styles for the classes.
     *
     * @param notes what to write at the corner of a box, by its id
     */
    public String inPage(Map<String, String> notes) {
        return SvgWriter.inPage(picture, notes);
    }
}
