package hotline.rehearsal;

import hotline.phone.Keypad;
import hotline.phone.PhoneNumber;
import hotline.ticket.TicketNumber;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Replaces what belongs to a person: the same by the same, and each so that its shape stays. A telephone number keeps its country, its
 * kind and its length; an order's number keeps the places of its letters and digits and the day at its beginning.
 */
final class Fiction {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int DAY = 6;

    /** As Indonesian mobile numbers are dialed at home. */
    private static final String MOBILE = "0812";

    private static final int SHORTEST_MOBILE = 10;
    private static final int LONGEST_MOBILE = 13;
    private static final int COUNTRY_AND_KIND = 6;

    private final Map<String, String> replaced = new LinkedHashMap<>();

    PhoneNumber phone(PhoneNumber number) {
        return new PhoneNumber(replaced.computeIfAbsent(number.e164(), real -> {
            int kept = Math.min(COUNTRY_AND_KIND, real.length() - 4);
            return real.substring(0, kept) + digits(real.length() - kept);
        }));
    }

    String order(String number) {
        return replaced.computeIfAbsent(number, real -> {
            int kept = real.length() > DAY + 4 && real.substring(0, DAY).matches("[0-9]+") && !real.matches("[0-9]+")
                    ? DAY
                    : 0;
            StringBuilder made = new StringBuilder(real.substring(0, kept));
            for (int i = kept; i < real.length(); i++) {
                char c = real.charAt(i);
                int turn = i - kept + replaced.size();
                boolean isDigit = c >= '0' && c <= '9';
                boolean isLetter = Character.isLetter(c);
                made.append(isDigit ? (char) ('1' + turn % 9) : isLetter ? LETTERS.charAt(turn % LETTERS.length()) : c);
            }
            return made.toString();
        });
    }

    String ticket(String number) {
        return replaced.computeIfAbsent(
                number, real -> rightTicket(10_000_000 + 1_111_111 * (replaced.size() % 8 + 1)));
    }

    /**
     * What was typed, as far as the log tells: the whole number that ends in the digits that were kept, else any of that length.
     *
     * @param masked as {@code ************22}
     */
    String typed(String masked) {
        return replaced.entrySet().stream()
                .filter(entry -> fits(masked, Keypad.keysOf(entry.getKey())))
                .map(entry -> Keypad.keysOf(entry.getValue()))
                .findFirst()
                .or(() -> replaced.entrySet().stream()
                        .filter(entry -> fits(masked, national(entry.getKey())))
                        .map(entry -> national(entry.getValue()))
                        .findFirst())
                .orElseGet(() -> unknown(masked.length()));
    }

    /** What may have been a telephone number becomes one. */
    private String unknown(int length) {
        return length >= SHORTEST_MOBILE && length <= LONGEST_MOBILE
                ? MOBILE + digits(length - MOBILE.length())
                : digits(length);
    }

    /** The last digits of the number on file for the order that was typed: the caller's own, unless another's order was. */
    String lastFour() {
        return replaced.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("+"))
                .map(Map.Entry::getValue)
                .map(number -> number.substring(number.length() - 4))
                .reduce((first, last) -> last)
                .orElse("1234");
    }

    private static boolean fits(String masked, String keys) {
        return keys.length() == masked.length() && keys.endsWith(masked.replace("*", ""));
    }

    private static String national(String number) {
        return number.startsWith("+62") ? "0" + number.substring(3) : "";
    }

    private static String rightTicket(int eight) {
        for (int digit = 0; digit <= 9; digit++) {
            Optional<TicketNumber> right = TicketNumber.find(Integer.toString(eight) + digit);
            if (right.isPresent()) {
                return right.get().value();
            }
        }
        throw new IllegalStateException("every eight digits have a check digit");
    }

    private String digits(int length) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < length; i++) {
            digits.append((char) ('1' + (i + replaced.size()) % 9));
        }
        return digits.toString();
    }
}
