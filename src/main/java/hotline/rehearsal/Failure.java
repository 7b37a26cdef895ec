package hotline.rehearsal;

import hotline.flow.Place;
import java.util.List;

/**
 * Where an example call went another way than expected.
 *
 * @param place the line of the example
 * @param expected what it says
 * @param found what was heard or came of it instead, one line for each thing
 * @param stoodAt the step at which the call stood
 */
public record Failure(Place place, String expected, List<String> found, String stoodAt) {
    public Failure {
        found = List.copyOf(found);
    }
}
