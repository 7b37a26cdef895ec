package hotline.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/**
 * What a plot shows, for the page's script.
 *
 * @param labels along the axis
 * @param unit of the values, for the axis
 */
record Plot(List<String> labels, String unit, List<Series> series) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One row of bars, or a line.
     *
     * @param color the name of a state's color
     */
    record Series(String label, String color, boolean line, List<? extends Number> values) {}

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a plot that cannot be written", e);
        }
    }
}
