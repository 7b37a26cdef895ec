package hotline.order;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a shop's order numbers look.
 *
 * @param name as the flows call it
 * @param pattern a character for each of the number's: {@code 9} a digit, {@code A} a letter, {@code X} either, and
 *     {@code YYMMDD} the day of the order; dashes and spaces only group it, as in {@code 999-9999999-9999999}
 */
public record OrderFormat(String name, String pattern) {
    private static final Pattern SHAPE = Pattern.compile("[9AX]*(YYMMDD)?[9AX]*");
    private static final int OLDEST_YEARS = 10;

    public OrderFormat {
        pattern = pattern.toUpperCase(Locale.ROOT).replaceAll("[- ]", "");
        if (pattern.isEmpty() || !SHAPE.matcher(pattern).matches()) {
            throw new IllegalArgumentException(
                    "order format " + name + ": write 9, A, X and YYMMDD only, not " + pattern);
        }
    }

    /** How many keys type such a number. */
    public int length() {
        return pattern.length();
    }

    /** Whether the keys can type such a number, its day, if it has one, being of the last ten years and not to come. */
    public boolean fits(String keys, LocalDate today) {
        Matcher keyed = Pattern.compile(pattern.replace("9", "[0-9]")
                        .replace("A", "[2-9]")
                        .replace("X", "[0-9]")
                        .replace("YYMMDD", "(?<day>[0-9]{6})"))
                .matcher(keys);
        return keyed.matches() && (!pattern.contains("YYMMDD") || isPast(keyed.group("day"), today));
    }

    private static boolean isPast(String yymmdd, LocalDate today) {
        try {
            int year = 2000 + Integer.parseInt(yymmdd.substring(0, 2));
            int month = Integer.parseInt(yymmdd.substring(2, 4));
            LocalDate day = LocalDate.of(year, month, Integer.parseInt(yymmdd.substring(4)));
            // A day of grace: the shop may keep another time zone's calendar.
            return !day.isAfter(today.plusDays(1)) && day.isAfter(today.minusYears(OLDEST_YEARS));
        } catch (DateTimeException e) {
            return false;
        }
    }
}
