package hotline.phone;

import java.util.Optional;

/**
 * How a text travels: GSM 03.38 packs 160 characters of its own alphabet into one message, 153 into each of several; with
 * any other character in it the whole text is sent as UCS-2, 70 or 67 to a message (3GPP TS 23.038 and 23.040).
 *
 * @param encoding {@code GSM-7} or {@code UCS-2}
 * @param units septets (two for a character of the extension table), or UTF-16 code units
 * @param count messages that it takes, and that are paid for
 */
public record Segments(String encoding, int units, int count) {
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "\f^{}\\[~]|€";

    private static final int GSM_ALONE = 160;
    private static final int GSM_PART = 153;
    private static final int UCS_ALONE = 70;
    private static final int UCS_PART = 67;

    /** Counts a text. */
    public static Segments of(String text) {
        return isGsm(text) ? gsm(text) : ucs(text);
    }

    /** The first character that is not of the GSM alphabet and turns the whole text into UCS-2. */
    public static Optional<String> findSpecial(String text) {
        return text.codePoints()
                .filter(c -> BASIC.indexOf(c) < 0 && EXTENSION.indexOf(c) < 0)
                .mapToObj(Character::toString)
                .findFirst();
    }

    private static boolean isGsm(String text) {
        return findSpecial(text).isEmpty();
    }

    private static Segments gsm(String text) {
        int units = 0;
        int parts = 1;
        int inPart = 0;
        for (int i = 0; i < text.length(); i++) {
            int width = EXTENSION.indexOf(text.charAt(i)) >= 0 ? 2 : 1;
            units += width;
            // An escape and the character it belongs to are never torn apart.
            if (inPart + width > GSM_PART) {
                parts++;
                inPart = 0;
            }
            inPart += width;
        }
        return new Segments("GSM-7", units, units <= GSM_ALONE ? 1 : parts);
    }

    private static Segments ucs(String text) {
        int parts = 1;
        int inPart = 0;
        for (int i = 0; i < text.length(); ) {
            int width = Character.charCount(text.codePointAt(i));
            if (inPart + width > UCS_PART) {
                parts++;
                inPart = 0;
            }
            inPart += width;
            i += width;
        }
        return new Segments("UCS-2", text.length(), text.length() <= UCS_ALONE ? 1 : parts);
    }
}
