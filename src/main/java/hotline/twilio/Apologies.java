package hotline.twilio;

import hotline.phone.CallSid;
import hotline.phone.PhoneNumber;
import java.util.Optional;

/** Takes a note of callers who had to be sent away, so that they hear from us once things work again. */
@FunctionalInterface
public interface Apologies {
    /** We owe somebody an apology. Must return at once and not throw: whatever it is told, the database is likely not there. */
    void owe(CallSid call, Optional<PhoneNumber> caller);
}
