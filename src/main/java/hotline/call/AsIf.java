package hotline.call;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the time is written as if which a call is to be answered. It stands in the address that the carrier asks when a call comes
 * in. That address is set in the carrier's account, or by a phone of the built-in network, and the carrier signs it with the rest of
 * the request (Twilio, "Webhooks security"), so a caller cannot choose it.
 */
public final class AsIf {
    /** Its name in the address of an incoming call. */
    public static final String PARAMETER = "at";

    /** Hours are not planned for other centuries, and a shift of the clock stays small enough for every reckoning. */
    private static final Pattern WRITTEN = Pattern.compile("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?");

    private AsIf() {}

    /** The local time that a text as 2026-12-25T22:00 names; empty where it is none, or not from 2000 to 2099. */
    public static Optional<LocalDateTime> find(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
