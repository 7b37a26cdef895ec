package hotline.call;

import hotline.phone.CallSid;
import hotline.phone.PhoneNumber;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Somebody rings.
 *
 * @param caller empty when the number is withheld, or is none that can be rung back
 * @param dialled which of the hotline's numbers was dialled; empty when the call came in by something else than a number
 * @param draft the version of the flows that is to be heard in place of what is live; only if it was kept
 * @param asIfAt the time, by the clock of the number that was dialled, for which it is to be told who is there; see {@link AsIf}
 */
public record IncomingCall(
        CallSid call,
        Optional<PhoneNumber> caller,
        Optional<PhoneNumber> dialled,
        Optional<String> draft,
        Optional<LocalDateTime> asIfAt) {}
