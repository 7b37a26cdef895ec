package hotline.phone;

import java.util.regex.Pattern;

/**
 * A telephone number in international form (ITU-T E.164): a plus sign and at most 15 digits.
 *
 * @param e164 as {@code +6281234567890}
 */
public record PhoneNumber(String e164) implements Endpoint {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{1,14}");

    public PhoneNumber {
        if (!E164.matcher(e164).matches()) {
            throw new IllegalArgumentException("not an international phone number (+ and at most 15 digits): " + e164);
        }
    }

    /** The last four digits: what a caller is asked for to show that they know the number on file. */
    public String lastFour() {
        return e164.substring(Math.max(1, e164.length() - 4));
    }

    @Override
    public String address() {
        return e164;
    }

    /** For logs: country code and last two digits, as {@code +62…90}. */
    @Override
    public String masked() {
        return e164.substring(0, Math.min(3, e164.length())) + "…" + e164.substring(e164.length() - 2);
    }

    /** Masked, so that a number never gets into a log by accident; use {@link #e164()} for the number itself. */
    @Override
    public String toString() {
        return masked();
    }
}
