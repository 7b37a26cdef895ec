package hotline.queue;

import hotline.phone.PhoneNumber;
import java.util.Optional;

/** Which numbers are rung back. */
@FunctionalInterface
public interface CallbackNumbers {
    /**
     * The number that was meant.
     *
     * @param number as typed on a keypad, or international
     * @return empty if it is no number, or one that is never rung
     */
    Optional<PhoneNumber> read(String number);
}
