package hotline.rehearsal;

import hotline.flow.Place;
import java.util.List;

/** The call did not go as the example says, so that it cannot be played on. */
final class UnexpectedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Place place;
    private final transient List<String> found;

    /** @param found what was there instead */
    UnexpectedException(Place place, String expected, List<String> found) {
        super(expected);
        this.place = place;
        this.found = List.copyOf(found);
    }

    Failure failure(String stoodAt) {
        return new Failure(place, String.valueOf(getMessage()), found, stoodAt);
    }
}
