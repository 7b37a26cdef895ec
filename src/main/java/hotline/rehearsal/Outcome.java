package hotline.rehearsal;

import hotline.flow.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What must have come of an example call. What is not named is not looked at.
 *
 * @param facts by name, as {@code ticket.category} or {@code language}, what each must be; {@link #NONE} for what must not be there
 * @param sms the names of the text messages that the caller must have got, in this order
 */
record Outcome(Map<String, Expectation> facts, Optional<Messages> sms) {
    static final String NONE = "none";
    static final Outcome UNSAID = new Outcome(Map.of(), Optional.empty());

    /** One fact, and where it is expected. */
    record Expectation(Place place, String value) {}

    /** The text messages, and where they are expected. */
    record Messages(Place place, List<String> names) {}
}
