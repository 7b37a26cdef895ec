/**
 * Pictures of the flows: what there is to draw, where it stands, and the drawing as SVG and as Mermaid text.
 *
 * <p>Knows nothing of calls; what a page writes into a picture is handed over as text.
 */
@NullMarked
package hotline.graph;

import org.jspecify.annotations.NullMarked;
