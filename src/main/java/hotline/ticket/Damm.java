package hotline.ticket;

/**
 * Damm's check digit. Going through the digits, each is looked up in the row of what came before; a number with its check
 * digit ends at 0.
 */
final class Damm {
    /** The totally anti-symmetric quasigroup of order 10 on page 111 of Damm's dissertation. */
    private static final String[] ROWS = {
        "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
        "3674209581", "5869720134", "8945362017", "9438617205", "2581436790"
    };

    private Damm() {}

    static char checkDigit(String digits) {
        char interim = '0';
        for (int i = 0; i < digits.length(); i++) {
            interim = ROWS[interim - '0'].charAt(digits.charAt(i) - '0');
        }
        // The table's diagonal is zero, so the digit that leads from here to 0 is this one itself.
        return interim;
    }

    static boolean isRight(String digitsWithCheck) {
        return checkDigit(digitsWithCheck) == '0';
    }
}
