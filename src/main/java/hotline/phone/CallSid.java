package hotline.phone;

import java.util.regex.Pattern;

/**
 * The carrier's name for one leg of a call (Twilio: {@code CA} and 32 hexadecimal digits; other carriers that speak the
 * same protocol use other characters, so only what is safe in a URL is asked for).
 */
public record CallSid(String value) {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public CallSid {
        if (!SAFE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a call SID: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
