package hotline.call;

import hotline.phone.PhoneNumber;
import java.util.Optional;

/**
 * A text message came in.
 *
 * @param messageSid the carrier's name of the message: the same message may be told of more than once
 * @param from empty when the sender is a name or a short code
 */
public record InboundText(String messageSid, Optional<PhoneNumber> from, Optional<PhoneNumber> to, String body) {}
