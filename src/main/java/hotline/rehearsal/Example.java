package hotline.rehearsal;

import hotline.flow.Place;
import java.util.List;

/**
 * One example call.
 *
 * @param name a sentence that says what it shows
 */
record Example(String name, Place place, Given given, List<Move> moves, Outcome outcome) {
    Example {
        moves = List.copyOf(moves);
    }
}
